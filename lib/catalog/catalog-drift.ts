import { CatalogError } from '@/lib/catalog/errors'
import { type CatalogOwner, catalogsOf } from '@/lib/catalog/kept-catalogs'
import { blockSource } from '@/lib/catalog/store/block-source'
import type { CatalogReading } from '@/lib/catalog/store/read-catalog'
import type { CatalogDrift, DriftSide, DriftWith } from '@/lib/contract/drift'
import type { Context } from '@/lib/log/context'
import { compareCatalogs } from '@/lib/odata/drift/compare-catalogs'

export type DriftInput = Readonly<{
  /** Another connection, a file, or an earlier reading of this one. */
  with: DriftWith
  /** Makes the present catalog the one before, and the other the one after. */
  turned: boolean
  /** Entity sets and fields that are told first, as `compareCatalogs` takes them. */
  usedFirst: ReadonlySet<string>
}>

/** More than anybody reads one by one; what is beyond is only counted. */
const changesMax = 20_000

/**
 * What is different between the present catalog of a connection, or of a file, and another one.
 *
 * @throws {ConnectionError} `not_found`, for either of the two
 * @throws {CatalogError} `no_catalog` where one of the two was never read, or is not kept any more
 */
export async function catalogDrift(
  ctx: Context,
  ownerId: string,
  input: DriftInput,
): Promise<CatalogDrift> {
  const owner = await catalogsOf(ctx, ownerId)
  const present = presentSide(owner)
  const other = isOwner(input.with)
    ? presentSide(await catalogsOf(ctx, input.with))
    : earlierSide(owner, input.with)
  const [before, after] = input.turned ? [present, other] : [other, present]
  const drift = await compareCatalogs(
    { before: blockSource(before.catalogId), after: blockSource(after.catalogId) },
    { usedFirst: input.usedFirst, changesMax, signal: ctx.signal },
  )
  return { ...drift, before: before.side, after: after.side }
}

type Chosen = Readonly<{ catalogId: string; side: DriftSide }>

function presentSide(owner: CatalogOwner): Chosen {
  const [reading] = owner.readings
  if (reading) return toChosen(owner, reading)
  throw new CatalogError('no_catalog', `The catalog of ${owner.name} has not been read yet.`)
}

function earlierSide(owner: CatalogOwner, hash: string): Chosen {
  const reading = owner.readings.find((kept) => kept.hash === hash)
  if (reading) return toChosen(owner, reading)
  throw new CatalogError('no_catalog', 'This catalog is not kept, or not any more.')
}

function toChosen({ id, name }: CatalogOwner, reading: CatalogReading): Chosen {
  const { catalogId, hash, lastReadAt } = reading
  return { catalogId, side: { id, name, hash, readAt: lastReadAt.toISOString() } }
}

/** A hash has no underscore. */
function isOwner(other: DriftWith): boolean {
  return other.includes('_')
}
