import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ConnectionId } from '@/lib/contract/ids'
import { SaveQueryInput } from '@/lib/contract/saved-query'
import { listSavedQueries, saveQuery } from '@/lib/queries/saved-queries'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) =>
  Response.json({ queries: await listSavedQueries(ctx, params.connectionId) }),
)

export const POST = handle(
  { action: 'data.read', params, body: SaveQueryInput },
  async ({ ctx, params, body }) =>
    Response.json(await saveQuery(ctx, params.connectionId, body), { status: 201 }),
)
