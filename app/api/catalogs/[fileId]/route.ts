import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { catalogStatus } from '@/lib/catalog/catalog-status'
import { deleteCatalogFile } from '@/lib/catalog/files/delete-catalog-file'
import { CatalogFileId } from '@/lib/contract/ids'

const params = z.object({ fileId: CatalogFileId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) =>
  Response.json(await catalogStatus(ctx, params.fileId)),
)

export const DELETE = handle({ action: 'connection.prove', params }, async ({ ctx, params }) => {
  await deleteCatalogFile(ctx, params.fileId)
  return new Response(null, { status: 204 })
})
