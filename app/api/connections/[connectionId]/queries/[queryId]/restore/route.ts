import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ConnectionId, SavedQueryId } from '@/lib/contract/ids'
import { restoreSavedQuery } from '@/lib/queries/saved-queries'

const params = z.object({ connectionId: ConnectionId, queryId: SavedQueryId })

export const POST = handle({ action: 'data.read', params }, async ({ ctx, params }) =>
  Response.json(await restoreSavedQuery(ctx, params)),
)
