import { setImmediate as turn } from 'node:timers/promises'
import { inflateRawSync } from 'node:zlib'
import { and, eq } from 'drizzle-orm'
import type { Directory, ThingKind } from '@/lib/catalog/build/messages'
import { readDeflated } from '@/lib/catalog/store/read-catalog'
import { database } from '@/lib/db/client'
import { catalogParts } from '@/lib/db/schema'
import type { CsdlOperation, CsdlResource, CsdlType } from '@/lib/odata/csdl/model'
import type { CatalogSource } from '@/lib/odata/drift/catalog-source'

type Block = Readonly<Record<string, unknown>>

/**
 * Blocks that are kept open, some ten megabytes: types are read in the order of their blocks, their
 * sets and operations lie in a few others.
 */
const openMax = 24

/**
 * A kept catalog as a source that opens block by block. What is kept was written by the builder
 * from its own types, so it is not parsed a second time.
 */
export function blockSource(catalogId: string): CatalogSource {
  let directory: Promise<Directory> | undefined
  const blocks = new Map<string, Block>()

  const places = async (kind: ThingKind) => {
    directory ??= readDirectory(catalogId)
    return (await directory)[kind]
  }
  const find = async <T>(kind: ThingKind, name: string): Promise<T | undefined> => {
    const numbers = await places(kind)
    if (!Object.hasOwn(numbers, name)) return undefined
    const number = String(numbers[name])
    const block = blocks.get(number) ?? (await readBlock(catalogId, number))
    // Put at the end: the first is the one that was used least lately.
    blocks.delete(number)
    blocks.set(number, block)
    const [oldest] = blocks.keys()
    if (blocks.size > openMax && oldest !== undefined) blocks.delete(oldest)
    return block[`${kind} ${name}`] as T | undefined
  }
  return {
    places,
    set: (name) => find<CsdlResource>('set', name),
    type: (name) => find<CsdlType>('type', name),
    operations: async (boundTo) => (await find<CsdlOperation[]>('operations', boundTo)) ?? [],
  }
}

async function readDirectory(catalogId: string): Promise<Directory> {
  const body = await readDeflated(catalogId, 'directory')
  return body ? JSON.parse(inflateRawSync(body).toString()) : { set: {}, type: {}, operations: {} }
}

async function readBlock(catalogId: string, number: string): Promise<Block> {
  // The embedded engine answers without letting anybody else have a turn.
  await turn()
  const [row] = await database()
    .orm.select({ body: catalogParts.body })
    .from(catalogParts)
    .where(
      and(
        eq(catalogParts.catalogId, catalogId),
        eq(catalogParts.kind, 'block'),
        eq(catalogParts.name, number),
      ),
    )
  return row ? JSON.parse(inflateRawSync(row.body).toString()) : {}
}
