import { inflateRawSync } from 'node:zlib'
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Directory, PartKind, ThingKind } from '@/lib/catalog/build/messages'
import { database } from '@/lib/db/client'
import { catalogParts, catalogReadings, catalogs } from '@/lib/db/schema'

/** How much a catalog holds, as it is kept. */
export const Counts = z.object({
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

/** A part without a name as it is kept: JSON, deflated. Undefined where there is no such catalog. */
export async function readDeflated(
  catalogId: string,
  kind: Exclude<PartKind, 'block'>,
): Promise<Uint8Array | undefined> {
  const [row] = await database()
    .orm.select({ body: catalogParts.body })
    .from(catalogParts)
    .where(
      and(
        eq(catalogParts.catalogId, catalogId),
        eq(catalogParts.kind, kind),
        eq(catalogParts.name, ''),
      ),
    )
  return row?.body
}

/** Directories of the catalogs looked into last: a catalog never changes once it is whole. */
const directories = new Map<string, Directory>()
const directoriesMax = 4

async function directoryOf(catalogId: string): Promise<Directory> {
  const known = directories.get(catalogId)
  if (known) return known
  const body = await readDeflated(catalogId, 'directory')
  const directory: Directory = body
    ? JSON.parse(inflateRawSync(body).toString())
    : { set: {}, type: {}, operations: {} }
  if (directories.size >= directoriesMax) directories.clear()
  directories.set(catalogId, directory)
  return directory
}

/**
 * Things by their names; a name that the catalog does not have is left out. What is kept was
 * written by the builder from its own types, so it is not parsed a second time.
 */
export async function readThings<T>(
  catalogId: string,
  kind: ThingKind,
  names: readonly string[],
): Promise<Map<string, T>> {
  const numbers = (await directoryOf(catalogId))[kind]
  const wanted = names.filter((name) => Object.hasOwn(numbers, name))
  if (wanted.length === 0) return new Map()
  const blocks = [...new Set(wanted.map((name) => String(numbers[name])))]
  const rows = await database()
    .orm.select({ name: catalogParts.name, body: catalogParts.body })
    .from(catalogParts)
    .where(
      and(
        eq(catalogParts.catalogId, catalogId),
        eq(catalogParts.kind, 'block'),
        inArray(catalogParts.name, blocks),
      ),
    )
  const opened = new Map(
    rows.map(({ name, body }) => [name, JSON.parse(inflateRawSync(body).toString())]),
  )
  return new Map(
    wanted.map((name) => [name, opened.get(String(numbers[name]))?.[`${kind} ${name}`] as T]),
  )
}
