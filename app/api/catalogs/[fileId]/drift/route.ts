import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { catalogDrift } from '@/lib/catalog/catalog-drift'
import { DriftWith } from '@/lib/contract/drift'
import { CatalogFileId } from '@/lib/contract/ids'

const params = z.object({ fileId: CatalogFileId })
const query = z.object({
  with: DriftWith,
  turned: z.enum(['true', 'false']).default('false'),
})

export const GET = handle(
  { action: 'connection.read', params, query },
  async ({ ctx, params, query }) =>
    Response.json(
      await catalogDrift(ctx, params.fileId, {
        with: query.with,
        turned: query.turned === 'true',
        usedFirst: new Set(),
      }),
    ),
)
