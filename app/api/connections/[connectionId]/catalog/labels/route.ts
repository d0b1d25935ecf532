import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { labelStatus, startLabels } from '@/lib/catalog/labels/labels'
import { ConnectionId } from '@/lib/contract/ids'
import { LabelLanguage, ReadLabels } from '@/lib/contract/labels'

const params = z.object({ connectionId: ConnectionId })
const query = z.object({ language: LabelLanguage })

export const GET = handle(
  { action: 'connection.read', params, query },
  async ({ ctx, params, query }) =>
    Response.json(await labelStatus(ctx, params.connectionId, query.language)),
)

export const POST = handle(
  { action: 'connection.prove', params, body: ReadLabels },
  async ({ ctx, params, body }) =>
    Response.json(await startLabels(ctx, params.connectionId, body.language), { status: 202 }),
)
