import { inflateRawSync } from 'node:zlib'
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import type { PartKind } from '@/lib/catalog/build/messages'
import { database } from '@/lib/db/client'
import { catalogParts, catalogReadings, catalogs } from '@/lib/db/schema'

const Counts = z.object({
  bytes: z.number(),
  sets: z.number(),
  types: z.number(),
  enums: z.number(),
  properties: z.number(),
  operations: z.number(),
})

/** A catalog as a connection has had it. */
export type CatalogReading = Readonly<{
  catalogId: string
  hash: string
  counts: z.infer<typeof Counts>
  firstReadAt: Date
  lastReadAt: Date
}>

/** The catalogs that a connection has had, the present one first. */
export async function listReadings(connectionId: string): Promise<CatalogReading[]> {
  const rows = await database()
    .orm.select({
      catalogId: catalogs.id,
      hash: catalogs.hash,
      counts: catalogs.counts,
      firstReadAt: catalogReadings.firstReadAt,
      lastReadAt: catalogReadings.lastReadAt,
    })
    .from(catalogReadings)
    .innerJoin(catalogs, eq(catalogs.id, catalogReadings.catalogId))
    .where(and(eq(catalogReadings.connectionId, connectionId), isNotNull(catalogs.hash)))
    .orderBy(desc(catalogReadings.lastReadAt))
  return rows.map((row) => ({ ...row, hash: row.hash ?? '', counts: Counts.parse(row.counts) }))
}

/** One part as it is kept: JSON, deflated. Undefined where the catalog has none of that name. */
export async function readDeflated(
  catalogId: string,
  kind: PartKind,
  name = '',
): Promise<Uint8Array | undefined> {
  const [row] = await database()
    .orm.select({ body: catalogParts.body })
    .from(catalogParts)
    .where(
      and(
        eq(catalogParts.catalogId, catalogId),
        eq(catalogParts.kind, kind),
        eq(catalogParts.name, name),
      ),
    )
  return row?.body
}

/**
 * Parts by their names; a name that the catalog does not have is left out. What is kept was
 * written by the builder from its own types, so it is not parsed a second time.
 */
export async function readParts<T>(
  catalogId: string,
  kind: PartKind,
  names: readonly string[],
): Promise<Map<string, T>> {
  if (names.length === 0) return new Map()
  const rows = await database()
    .orm.select({ name: catalogParts.name, body: catalogParts.body })
    .from(catalogParts)
    .where(
      and(
        eq(catalogParts.catalogId, catalogId),
        eq(catalogParts.kind, kind),
        inArray(catalogParts.name, [...names]),
      ),
    )
  return new Map(rows.map(({ name, body }) => [name, JSON.parse(inflateRawSync(body).toString())]))
}
