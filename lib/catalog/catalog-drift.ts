import { CatalogError } from '@/lib/catalog/errors'
import { blockSource } from '@/lib/catalog/store/block-source'
import { type CatalogReading, listReadings } from '@/lib/catalog/store/read-catalog'
import { requireConnection } from '@/lib/connections/require-connection'
import type { CatalogDrift, DriftSide, DriftWith } from '@/lib/contract/drift'
import { ConnectionId } from '@/lib/contract/ids'
import type { Context } from '@/lib/log/context'
import { compareCatalogs } from '@/lib/odata/drift/compare-catalogs'

export type DriftInput = Readonly<{
  /** Another connection, or an earlier reading of this one. */
  with: DriftWith
  /** Makes this connection's catalog the one before, and the other the one after. */
  turned: boolean
  /** Entity sets and fields that are told first, as `compareCatalogs` takes them. */
  usedFirst: ReadonlySet<string>
}>

/** More than anybody reads one by one; what is beyond is only counted. */
const changesMax = 20_000

/**
 * What is different between the present catalog of a connection and another one.
 *
 * @throws {ConnectionError} `not_found`, for either connection
 * @throws {CatalogError} `no_catalog` where one of the two was never read, or is not kept any more
 */
export async function catalogDrift(
  ctx: Context,
  connectionId: string,
  input: DriftInput,
): Promise<CatalogDrift> {
  const present = await presentSide(ctx, connectionId)
  const other = ConnectionId.safeParse(input.with).success
    ? await presentSide(ctx, input.with)
    : await earlierSide(ctx, connectionId, input.with)
  const [before, after] = input.turned ? [present, other] : [other, present]
  const drift = await compareCatalogs(
    { before: blockSource(before.catalogId), after: blockSource(after.catalogId) },
    { usedFirst: input.usedFirst, changesMax, signal: ctx.signal },
  )
  return { ...drift, before: before.side, after: after.side }
}

type Chosen = Readonly<{ catalogId: string; side: DriftSide }>

async function presentSide(ctx: Context, connectionId: string): Promise<Chosen> {
  const connection = await requireConnection(ctx, connectionId)
  const [reading] = await listReadings(connectionId)
  if (reading) return toChosen(connection, reading)
  throw new CatalogError('no_catalog', `The catalog of ${connection.name} has not been read yet.`)
}

async function earlierSide(ctx: Context, connectionId: string, hash: string): Promise<Chosen> {
  const connection = await requireConnection(ctx, connectionId)
  const reading = (await listReadings(connectionId)).find((kept) => kept.hash === hash)
  if (reading) return toChosen(connection, reading)
  throw new CatalogError('no_catalog', 'This catalog is not kept, or not any more.')
}

function toChosen(
  { id, name }: Readonly<{ id: string; name: string }>,
  { catalogId, hash, lastReadAt }: CatalogReading,
): Chosen {
  return {
    catalogId,
    side: { connectionId: id, name, hash, readAt: lastReadAt.toISOString() },
  }
}
