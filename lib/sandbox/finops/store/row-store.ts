import { seedOf } from '@/lib/sandbox/finops/data/sizes'
import { companies } from '@/lib/sandbox/finops/model/companies'
import { getEnumType } from '@/lib/sandbox/finops/model/enums'
import { mix, saltOf } from '@/lib/sandbox/finops/model/random'
import type {
  EntitySet,
  Field,
  Row,
  RowSeed,
  StoreSource,
  Value,
} from '@/lib/sandbox/finops/model/schema'
import type { Overlay } from '@/lib/sandbox/finops/store/overlay'

/** Slots `[from, to)` of a store that are to be looked at. */
export type Range = readonly [number, number]

type Segment = Readonly<{ company: string; from: number; to: number }>

/**
 * The rows of one table by slot number: made on demand, never held. Slots below `baseCount` are
 * generated (or live), those above were posted by somebody.
 */
export class RowStore {
  readonly source: StoreSource
  readonly overlay: Overlay
  readonly baseCount: number
  readonly #segments: readonly Segment[]
  readonly #live: readonly Row[] | null

  constructor(source: StoreSource, overlay: Overlay) {
    this.source = source
    this.overlay = overlay
    this.#live = source.kind === 'live' ? source.rows() : null
    this.#segments = source.kind === 'live' ? [] : segmentsOf(source)
    this.baseCount = this.#live ? this.#live.length : (this.#segments.at(-1)?.to ?? 0)
  }

  get isPerCompany(): boolean {
    return this.source.kind === 'generated' && this.source.isPerCompany
  }

  /** All slots, or those that may hold rows of `company`; posted rows are in any case among them. */
  ranges(company: string | null): Range[] {
    const posted: Range[] =
      this.overlay.added.length > 0
        ? [[this.baseCount, this.baseCount + this.overlay.added.length]]
        : []
    if (company === null || !this.isPerCompany) return [[0, this.baseCount], ...posted]
    const segment = this.#segments.find(
      (known) => known.company.toLowerCase() === company.toLowerCase(),
    )
    return segment ? [[segment.from, segment.to], ...posted] : posted
  }

  /** Writes where `slot` stands into `cursor`; false for a slot without a row. */
  moveTo(cursor: Cursor, slot: number): boolean {
    if (this.overlay.removed.has(slot)) return false
    cursor.slot = slot
    cursor.patch = this.overlay.patched.get(slot)
    cursor.stored = this.#storedAt(slot)
    if (cursor.stored) {
      cursor.company = String(cursor.stored.dataAreaId ?? '')
      cursor.ordinal = slot
      cursor.seed = mix(saltOf(this.source.id), slot)
      return true
    }
    const segment = this.#segmentAt(slot, cursor.segment)
    if (!segment) return false
    cursor.segment = segment
    cursor.company = segment.company
    cursor.ordinal = slot - segment.from
    cursor.seed = seedOf(this.source.id, segment.company, cursor.ordinal)
    return true
  }

  #storedAt(slot: number): Row | undefined {
    if (slot >= this.baseCount) return this.overlay.added[slot - this.baseCount]
    return this.#live?.[slot]
  }

  #segmentAt(slot: number, last: Segment | undefined): Segment | undefined {
    if (last && slot >= last.from && slot < last.to) return last
    return this.#segments.find((known) => slot >= known.from && slot < known.to)
  }

  /**
   * Slots that could hold the rows whose fields have these values, and all posted rows; undefined
   * when no index helps.
   */
  locate(equals: ReadonlyMap<string, string>, company: string | null): Range[] | undefined {
    if (this.source.kind === 'live') return undefined
    const index = this.source.indexes.find((known) => equals.has(known.by))
    if (!index) return undefined
    const key = equals.get(index.by) ?? ''
    const found: Range[] = []
    for (const segment of this.#segments) {
      if (company !== null && segment.company.toLowerCase() !== company.toLowerCase()) continue
      const [from, to] = index.ordinals(key, segment.company) ?? [0, 0]
      const end = Math.min(segment.from + to, segment.to)
      if (segment.from + from < end) found.push([segment.from + from, end])
    }
    const posted = this.overlay.added.length
    return posted === 0 ? found : [...found, [this.baseCount, this.baseCount + posted]]
  }
}

/** A place in a store: reused from row to row, so that a scan makes no garbage. */
export class Cursor implements RowSeed {
  slot = 0
  seed = 0
  company = ''
  ordinal = 0
  stored: Row | undefined
  patch: Row | undefined
  segment: Segment | undefined

  get(field: Field): Value {
    const changed = this.patch?.[field.name]
    if (changed !== undefined) return changed
    return this.stored ? (this.stored[field.name] ?? defaultOf(field)) : field.make(this)
  }
}

/** What F&O stores in a field that nobody filled in. */
export function defaultOf(field: Field): Value {
  switch (field.type) {
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Decimal':
      return 0
    case 'Edm.Boolean':
      return false
    case 'Edm.DateTimeOffset':
      return '1900-01-01T00:00:00Z'
    case 'Edm.Guid':
      return '00000000-0000-0000-0000-000000000000'
    case 'enum':
      return getEnumType(field.enumName ?? '')?.members[0]?.[0] ?? ''
    case 'Edm.String':
      return ''
  }
}

function segmentsOf(source: Extract<StoreSource, { kind: 'generated' }>): Segment[] {
  const ids = source.isPerCompany ? companies.map((company) => company.id) : ['']
  let from = 0
  return ids.map((company) => {
    const to = from + source.count(company)
    const segment = { company, from, to }
    from = to
    return segment
  })
}

/** The whole row under `cursor`, for who needs all of it. */
export function rowAt(cursor: Cursor, set: EntitySet): Row {
  return Object.fromEntries(set.fields.map((field) => [field.name, cursor.get(field)]))
}
