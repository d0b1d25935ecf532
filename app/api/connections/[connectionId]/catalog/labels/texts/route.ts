import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { labelTexts } from '@/lib/catalog/labels/labels'
import { ConnectionId } from '@/lib/contract/ids'
import { LabelLanguage } from '@/lib/contract/labels'

const params = z.object({ connectionId: ConnectionId })
const query = z.object({ language: LabelLanguage })

export const GET = handle(
  { action: 'connection.read', params, query },
  async ({ ctx, params, query }) =>
    Response.json(await labelTexts(ctx, params.connectionId, query.language)),
)
