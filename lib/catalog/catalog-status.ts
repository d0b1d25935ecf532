import { inflateRawSync } from 'node:zlib'
import { CatalogError } from '@/lib/catalog/errors'
import { listReadings, readDeflated } from '@/lib/catalog/store/read-catalog'
import { toReading } from '@/lib/catalog/to-reading'
import { requireConnection } from '@/lib/connections/require-connection'
import type { CatalogStatus } from '@/lib/contract/catalog'
import type { Context } from '@/lib/log/context'

/**
 * The catalogs that a connection has had, the present one first.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function catalogStatus(ctx: Context, connectionId: string): Promise<CatalogStatus> {
  const { id } = await requireConnection(ctx, connectionId)
  return { readings: (await listReadings(id)).map(toReading) }
}

/**
 * What the catalog with `hash` can be searched by, as the JSON of a {@link SearchData}.
 *
 * @throws {ConnectionError} `not_found`
 * @throws {CatalogError} `no_catalog` where the connection never had that one
 */
export async function catalogSearchJson(
  ctx: Context,
  connectionId: string,
  hash: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { id } = await requireConnection(ctx, connectionId)
  const reading = (await listReadings(id)).find((candidate) => candidate.hash === hash)
  const body = reading && (await readDeflated(reading.catalogId, 'search'))
  if (!body) throw new CatalogError('no_catalog', 'This catalog is not kept, or not any more.')
  return new Uint8Array(inflateRawSync(body))
}
