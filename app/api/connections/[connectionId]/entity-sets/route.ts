import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { listEntitySets } from '@/lib/catalog/entity-sets'
import { ConnectionId } from '@/lib/contract/ids'

const params = z.object({ connectionId: ConnectionId })
const query = z.object({ refresh: z.stringbool().default(false) })

export const GET = handle(
  { action: 'connection.read', params, query },
  async ({ ctx, params, query }) =>
    Response.json(await listEntitySets(ctx, params.connectionId, query)),
)
