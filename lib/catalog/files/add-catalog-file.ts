import { recordAudit } from '@/lib/audit/record'
import { buildCatalog } from '@/lib/catalog/build/build-catalog'
import { CatalogError } from '@/lib/catalog/errors'
import { requireCatalogFile } from '@/lib/catalog/files/list-catalog-files'
import { unpack } from '@/lib/catalog/files/unpack'
import {
  addPart,
  dropCatalog,
  settleCatalog,
  startCatalog,
} from '@/lib/catalog/store/write-catalog'
import { requireActor } from '@/lib/connections/require-actor'
import type { CatalogFile } from '@/lib/contract/catalog-file'
import { database } from '@/lib/db/client'
import { newId } from '@/lib/db/new-id'
import { catalogFiles } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'
import { CsdlError } from '@/lib/odata/csdl/csdl-error'

/** As much as is read of an environment. */
/** Bytes of a document, as they come and once they are unpacked. */
export const documentBytesMax = 512 * 1024 ** 2
const filesMax = 100

export type CatalogFileInput = Readonly<{
  name: string
  /** A $metadata document, as it is, gzipped or in a zip archive. */
  chunks: AsyncIterable<Uint8Array>
}>

/**
 * Makes a catalog of a file, to look at an environment that cannot be reached.
 *
 * @throws {CatalogError} `bad_document`, with the byte at which it showed; `too_large`; `too_many`
 */
export async function addCatalogFile(
  ctx: Context,
  { name, chunks }: CatalogFileInput,
): Promise<CatalogFile> {
  requireActor(ctx)
  if ((await database().orm.$count(catalogFiles)) >= filesMax) {
    throw new CatalogError('too_many', `There are ${filesMax} files already. Delete some of them.`)
  }
  const catalogId = await startCatalog(ctx)
  let isKept = false
  try {
    const built = await buildCatalog(unpack(chunks, documentBytesMax), {
      signal: ctx.signal,
      part: (part) => addPart(catalogId, part),
      progress: () => undefined,
    })
    const id = newId('cfl')
    await database().orm.transaction(async (tx) => {
      const settled = await settleCatalog(tx, { id: catalogId, built })
      await tx.insert(catalogFiles).values({ id, name, catalogId: settled, addedAt: ctx.now() })
      const detail = { name, hash: built.hash }
      await recordAudit(tx, ctx, { action: 'catalog-file.add', subject: id, detail })
    })
    isKept = true
    return await requireCatalogFile(ctx, id)
  } catch (error) {
    throw toCatalogError(error)
  } finally {
    if (!isKept) await dropCatalog(catalogId)
  }
}

function toCatalogError(error: unknown): unknown {
  if (!(error instanceof CsdlError)) return error
  const { reason, byteOffset } = error
  const where = `At byte ${byteOffset.toLocaleString('en')} of the document.`
  return new CatalogError('bad_document', `${reason} ${where}`, { cause: error })
}
