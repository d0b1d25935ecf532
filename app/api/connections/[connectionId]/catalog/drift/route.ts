import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { catalogDrift } from '@/lib/catalog/catalog-drift'
import { DriftWith } from '@/lib/contract/drift'
import { ConnectionId } from '@/lib/contract/ids'

const params = z.object({ connectionId: ConnectionId })
const query = z.object({
  with: DriftWith,
  turned: z.enum(['true', 'false']).default('false'),
})

export const GET = handle(
  { action: 'connection.read', params, query },
  async ({ ctx, params, query }) =>
    Response.json(
      await catalogDrift(ctx, params.connectionId, {
        with: query.with,
        turned: query.turned === 'true',
        usedFirst: new Set(),
      }),
    ),
)
