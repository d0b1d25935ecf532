import { eq } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { requireCatalogFile } from '@/lib/catalog/files/list-catalog-files'
import { database } from '@/lib/db/client'
import { catalogFiles } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/**
 * Forgets a catalog that was opened from a file. Where nobody else has it, it goes at night.
 *
 * @throws {CatalogError} `no_catalog`
 */
export async function deleteCatalogFile(ctx: Context, id: string): Promise<void> {
  const { name } = await requireCatalogFile(ctx, id)
  await database().orm.transaction(async (tx) => {
    await tx.delete(catalogFiles).where(eq(catalogFiles.id, id))
    await recordAudit(tx, ctx, { action: 'catalog-file.delete', subject: id, detail: { name } })
  })
}
