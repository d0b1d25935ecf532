import { handle } from '@/app/api/handle'
import { addCatalogFile, documentBytesMax } from '@/lib/catalog/files/add-catalog-file'
import { listCatalogFiles } from '@/lib/catalog/files/list-catalog-files'
import { CatalogFile, CatalogFileList, CatalogFileQuery } from '@/lib/contract/catalog-file'

export const GET = handle({ action: 'connection.read' }, async ({ ctx }) =>
  Response.json(CatalogFileList.parse({ files: await listCatalogFiles(ctx) })),
)

export const POST = handle(
  { action: 'connection.prove', streamBytesMax: documentBytesMax, query: CatalogFileQuery },
  async ({ ctx, query, request }) => {
    const file = await addCatalogFile(ctx, { name: query.name, chunks: bodyOf(request) })
    return Response.json(CatalogFile.parse(file), { status: 201 })
  },
)

async function* bodyOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body) yield* body
}
