import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { BuiltCatalog } from '@/lib/catalog/build/build-catalog'
import type { CatalogPart } from '@/lib/catalog/build/messages'
import { lockConnection } from '@/lib/connections/lock-connection'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/database'
import { newId } from '@/lib/db/new-id'
import { catalogFiles, catalogParts, catalogReadings, catalogs } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

const noCounts = { bytes: 0, sets: 0, types: 0, enums: 0, properties: 0, operations: 0 }

/** A build older than this was broken off with its server. */
const abandonedAfterMs = 6 * 3_600_000

/** Begins a catalog that nobody sees before {@link finishCatalog}. */
export async function startCatalog(ctx: Context): Promise<string> {
  const id = newId('cat')
  await database().orm.insert(catalogs).values({ id, counts: noCounts, startedAt: ctx.now() })
  return id
}

/** Adds a part to a catalog that has been started. */
export async function addPart(id: string, part: CatalogPart): Promise<void> {
  await database()
    .orm.insert(catalogParts)
    .values({ catalogId: id, ...part })
}

/** Forgets a catalog that could not be finished. */
export async function dropCatalog(id: string): Promise<void> {
  await database()
    .orm.delete(catalogs)
    .where(and(eq(catalogs.id, id), isNull(catalogs.hash)))
}

/** Forgets catalogs that were begun and never finished, and those that nobody has any more. */
export async function dropAbandonedCatalogs(ctx: Context): Promise<void> {
  const before = new Date(ctx.now().getTime() - abandonedAfterMs)
  await database()
    .orm.delete(catalogs)
    .where(
      and(
        lt(catalogs.startedAt, before),
        sql`not exists (select from ${catalogReadings} where ${catalogReadings.catalogId} = ${catalogs.id})`,
        sql`not exists (select from ${catalogFiles} where ${catalogFiles.catalogId} = ${catalogs.id})`,
      ),
    )
}

/** Remembers that the environment still has the catalog that the connection has. */
export async function touchReading(
  ctx: Context,
  reading: Readonly<{ connectionId: string; catalogId: string }>,
): Promise<void> {
  await database()
    .orm.update(catalogReadings)
    .set({ lastReadAt: ctx.now() })
    .where(
      and(
        eq(catalogReadings.connectionId, reading.connectionId),
        eq(catalogReadings.catalogId, reading.catalogId),
      ),
    )
}

/**
 * Makes a built catalog the one that the connection has now. Of the very same document
 * there is one catalog, whoever has it.
 *
 * @returns the id of the catalog that the connection has now
 * @throws {ConnectionError} `not_found` when the connection was deleted meanwhile
 */
export async function finishCatalog(
  ctx: Context,
  { connectionId, id, built }: Readonly<{ connectionId: string; id: string; built: BuiltCatalog }>,
): Promise<string> {
  return await database().orm.transaction(async (tx) => {
    await lockConnection(tx, connectionId)
    const catalogId = await settleCatalog(tx, { id, built })
    const at = ctx.now()
    await tx
      .insert(catalogReadings)
      .values({ connectionId, catalogId, firstReadAt: at, lastReadAt: at })
      .onConflictDoUpdate({
        target: [catalogReadings.connectionId, catalogReadings.catalogId],
        set: { lastReadAt: at },
      })
    return catalogId
  })
}

/**
 * Gives a built catalog its hash. Where the very same document is known already, that one is taken
 * and the new copy dropped.
 *
 * @returns the id of the one that stays
 */
export async function settleCatalog(
  tx: Transaction,
  { id, built: { hash, counts } }: Readonly<{ id: string; built: BuiltCatalog }>,
): Promise<string> {
  const [same] = await tx.select().from(catalogs).where(eq(catalogs.hash, hash))
  if (same) await tx.delete(catalogs).where(eq(catalogs.id, id))
  else await tx.update(catalogs).set({ hash, counts }).where(eq(catalogs.id, id))
  return same?.id ?? id
}
