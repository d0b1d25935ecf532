import { requireCatalogFile } from '@/lib/catalog/files/list-catalog-files'
import { type CatalogReading, listReadings } from '@/lib/catalog/store/read-catalog'
import { requireConnection } from '@/lib/connections/require-connection'
import { CatalogFileId } from '@/lib/contract/ids'
import type { Context } from '@/lib/log/context'

/** Whoever has catalogs: a connection, or a file. */
export type CatalogOwner = Readonly<{
  id: string
  name: string
  /** The present one first; a file has just one. */
  readings: readonly CatalogReading[]
}>

/**
 * The catalogs of a connection, or of a file, by its id.
 *
 * @throws {ConnectionError} `not_found` for a connection
 * @throws {CatalogError} `no_catalog` for a file
 */
export async function catalogsOf(ctx: Context, ownerId: string): Promise<CatalogOwner> {
  if (CatalogFileId.safeParse(ownerId).success) {
    const { id, name, catalogId, hash, counts, addedAt } = await requireCatalogFile(ctx, ownerId)
    const at = new Date(addedAt)
    const reading = { catalogId, hash, counts, firstReadAt: at, lastReadAt: at }
    return { id, name, readings: [reading] }
  }
  const { id, name } = await requireConnection(ctx, ownerId)
  return { id, name, readings: await listReadings(id) }
}
