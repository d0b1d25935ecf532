import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ConnectionId, SavedQueryId } from '@/lib/contract/ids'
import { ChangeQueryInput } from '@/lib/contract/saved-query'
import { changeSavedQuery, deleteSavedQuery } from '@/lib/queries/saved-queries'

const params = z.object({ connectionId: ConnectionId, queryId: SavedQueryId })

export const PATCH = handle(
  { action: 'data.read', params, body: ChangeQueryInput },
  async ({ ctx, params, body }) => Response.json(await changeSavedQuery(ctx, params, body)),
)

export const DELETE = handle({ action: 'data.read', params }, async ({ ctx, params }) => {
  await deleteSavedQuery(ctx, params)
  return new Response(null, { status: 204 })
})
