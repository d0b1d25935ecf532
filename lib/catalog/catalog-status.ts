import { inflateRawSync } from 'node:zlib'
import { CatalogError } from '@/lib/catalog/errors'
import { catalogsOf } from '@/lib/catalog/kept-catalogs'
import { readCatalogRun } from '@/lib/catalog/store/catalog-runs'
import { readDeflated } from '@/lib/catalog/store/read-catalog'
import { toReading } from '@/lib/catalog/to-reading'
import type { CatalogStatus } from '@/lib/contract/catalog'
import type { Context } from '@/lib/log/context'

/**
 * The catalogs that a connection has had, the present one first, or the one of a file.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function catalogStatus(ctx: Context, ownerId: string): Promise<CatalogStatus> {
  const { readings } = await catalogsOf(ctx, ownerId)
  const lastRun = await readCatalogRun(ownerId, ctx.now())
  return { readings: readings.map(toReading), lastRun }
}

/**
 * What the catalog with `hash` can be searched by, as the JSON of a {@link SearchData}.
 *
 * @throws {ConnectionError} `not_found`
 * @throws {CatalogError} `no_catalog` where the connection never had that one
 */
export async function catalogSearchJson(
  ctx: Context,
  ownerId: string,
  hash: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { readings } = await catalogsOf(ctx, ownerId)
  const reading = readings.find((candidate) => candidate.hash === hash)
  const body = reading && (await readDeflated(reading.catalogId, 'search'))
  if (!body) throw new CatalogError('no_catalog', 'This catalog is not kept, or not any more.')
  return new Uint8Array(inflateRawSync(body))
}
