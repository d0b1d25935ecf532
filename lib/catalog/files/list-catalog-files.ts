import { desc, eq } from 'drizzle-orm'
import { CatalogError } from '@/lib/catalog/errors'
import { Counts } from '@/lib/catalog/store/read-catalog'
import { requireActor } from '@/lib/connections/require-actor'
import type { CatalogFile } from '@/lib/contract/catalog-file'
import { database } from '@/lib/db/client'
import { catalogFiles, catalogs } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** All catalogs that were opened from files, the newest first. */
export async function listCatalogFiles(ctx: Context): Promise<CatalogFile[]> {
  requireActor(ctx)
  const rows = await filesAndCatalogs().orderBy(desc(catalogFiles.addedAt))
  return rows.map(toCatalogFile)
}

/** The catalog that was opened from the file `id`. @throws {CatalogError} `no_catalog` */
export async function requireCatalogFile(
  ctx: Context,
  id: string,
): Promise<CatalogFile & { catalogId: string }> {
  requireActor(ctx)
  const [row] = await filesAndCatalogs().where(eq(catalogFiles.id, id))
  if (!row) throw new CatalogError('no_catalog', 'There is no such file. It may have been deleted.')
  return { ...toCatalogFile(row), catalogId: row.catalogs.id }
}

function filesAndCatalogs() {
  return database()
    .orm.select()
    .from(catalogFiles)
    .innerJoin(catalogs, eq(catalogs.id, catalogFiles.catalogId))
}

type Row = Awaited<ReturnType<typeof filesAndCatalogs>>[number]

function toCatalogFile({ catalog_files: file, catalogs: catalog }: Row): CatalogFile {
  return {
    id: file.id,
    name: file.name,
    hash: catalog.hash ?? '',
    counts: Counts.parse(catalog.counts),
    addedAt: file.addedAt.toISOString(),
  }
}
