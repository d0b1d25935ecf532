import type { Drift, DriftChange } from '@/lib/odata/drift/drift'

export type FoundChange = Omit<DriftChange, 'isBreaking' | 'isUsed'>

type Options = Readonly<{ usedFirst: ReadonlySet<string>; changesMax: number }>

/** Takes changes as they are found, counts all of them, and keeps those that matter most. */
export class DriftCollector {
  readonly #options: Options
  /** Entity sets of which anything is used. */
  readonly #usedSets: ReadonlySet<string>
  readonly #usedTypes = new Set<string>()
  readonly #counts = { added: 0, removed: 0, changed: 0, breaking: 0, used: 0 }
  /** What is used, what breaks, the rest: each no longer than what is told in the end. */
  readonly #kept: readonly DriftChange[][] = [[], [], []]

  constructor(options: Options) {
    this.#options = options
    this.#usedSets = new Set([...options.usedFirst].map((used) => used.replace(/\/.*$/, '')))
  }

  /** Whether anything of an entity set is used. */
  usesSet(set: string): boolean {
    return this.#usedSets.has(set)
  }

  usesField(set: string, field: string): boolean {
    const { usedFirst } = this.#options
    return usedFirst.has(set) || usedFirst.has(`${set}/${field}`)
  }

  /** Says that a type belongs to what is used. */
  markType(type: string): void {
    this.#usedTypes.add(type)
  }

  add(found: FoundChange): void {
    const isBreaking = found.verb === 'removed' || found.facts.some((fact) => fact.isBreaking)
    const isUsed = this.#isUsed(found)
    const counts = this.#counts
    counts[found.verb] += 1
    if (isBreaking) counts.breaking += 1
    if (isUsed) counts.used += 1
    const rank = isUsed ? 0 : Number(!isBreaking) + 1
    const kept = this.#kept[rank]
    if (kept && kept.length < this.#options.changesMax) kept.push({ ...found, isBreaking, isUsed })
  }

  finish(): Drift {
    const changes = this.#kept
      .flatMap((kept) => kept.sort(byOwner))
      .slice(0, this.#options.changesMax)
    const { added, removed, changed } = this.#counts
    return {
      counts: this.#counts,
      changes,
      untold: added + removed + changed - changes.length,
    }
  }

  #isUsed({ kind, owner, name }: FoundChange): boolean {
    if (this.#usedTypes.has(owner)) return true
    if (kind === 'entity-set') return this.#usedSets.has(owner)
    return this.usesField(owner, name)
  }
}

/** What is said of an owner itself comes before what is said of its parts. */
function byOwner(one: DriftChange, other: DriftChange): number {
  if (one.owner !== other.owner) return one.owner < other.owner ? -1 : 1
  const own = Number(other.name === other.owner) - Number(one.name === one.owner)
  if (own !== 0) return own
  return one.name < other.name ? -1 : Number(one.name > other.name)
}
