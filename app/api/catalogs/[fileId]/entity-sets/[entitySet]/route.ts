import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { entitySetDetail } from '@/lib/catalog/entity-set-detail'
import { CatalogFileId } from '@/lib/contract/ids'

const params = z.object({ fileId: CatalogFileId, entitySet: z.string().min(1).max(200) })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) =>
  Response.json(await entitySetDetail(ctx, params.fileId, params.entitySet)),
)
