import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { entityFacts } from '@/lib/catalog/facts/entity-facts'
import { ConnectionId } from '@/lib/contract/ids'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) =>
  Response.json(await entityFacts(ctx, params.connectionId)),
)
