import { EntryWords } from '@/lib/odata/search/entry-words'
import type { SearchData } from '@/lib/odata/search/search-data'
import { type Entry, labelText, toEntries } from '@/lib/odata/search/search-entries'
import {
  fuzzyStretches,
  type Needle,
  rankOf,
  ranks,
  type Stretch,
  stretchesOf,
  type Typed,
  toNeedle,
  toTyped,
} from '@/lib/odata/search/words'

/** Why an entity set was found. */
export type FoundBy = 'name' | 'label' | Entry['by']

export type SetHit = Readonly<{
  /** Index into the `sets` of the data. */
  set: number
  by: FoundBy
  /** The text that fits: the name, the label, the field, `NoYes.Yes`. */
  text: string
  /** Where it fits, to be shown. */
  stretches: readonly Stretch[]
  /** Name of the field, where the set was found by one. */
  field: string | null
}>

export type SearchOptions = Readonly<{
  limit: number
  /** Only sets that hold a field of exactly this name, whatever its case. */
  withField?: string
}>

export type CatalogSearch = Readonly<{
  /** The best first. Without text: all that the options let through, by name. */
  find: (text: string, options: SearchOptions) => readonly SetHit[]
}>

/** How much each way of being found counts, before how well the text fits. */
const weights: Readonly<Record<FoundBy, number>> = {
  name: 50,
  label: 45,
  field: 20,
  'field-label': 15,
  'enum-member': 5,
}

/** Above every score, and room for the lengths of texts and for the places of sets in one number. */
const worstScore = 1000
const lengthRoom = 1000
const placeRoom = 1_000_000

/** Where fewer fit, letters that only hint at a name are looked for too. */
const fuzzyBelow = 8

/** Found by the set's own name and label; from 0 on it is the index of an entry. */
const byName = -1
const byLabel = -2

/**
 * Makes a catalog ready to be searched as somebody types. `labels` are the texts of those label
 * ids that are known in the reader's language.
 */
export function searchCatalog(
  data: SearchData,
  labels: Readonly<Record<string, string>> = {},
): CatalogSearch {
  const index = new CatalogIndex(data, labels)
  return { find: (text, options) => index.find(toTyped(text), options) }
}

class CatalogIndex {
  readonly #data: SearchData
  readonly #names: readonly Needle[]
  readonly #labels: readonly (Readonly<{ text: string; needle: Needle }> | undefined)[]
  readonly #entries: readonly Entry[]
  readonly #words: EntryWords
  readonly #kinds: readonly Entry['by'][]
  /** The sets of all entries, one after the other; those of an entry lie from its offset to the next. */
  readonly #sets: Int32Array
  readonly #offsets: Int32Array
  /** Place of each set in the order of names, and the sets in that order. */
  readonly #place: Int32Array
  readonly #ordered: readonly number[]
  /** Of each set, for the search under way: the best score and what brought it. */
  readonly #score: Int32Array
  readonly #source: Int32Array

  constructor(data: SearchData, labels: Readonly<Record<string, string>>) {
    this.#data = data
    this.#names = data.sets.map(({ name }) => toNeedle(name))
    this.#labels = data.sets.map(({ label }) => {
      const text = labelText(data.labels[label], labels)
      return text === undefined ? undefined : { text, needle: toNeedle(text) }
    })
    this.#entries = toEntries(data, labels)
    this.#words = new EntryWords(this.#entries)
    this.#kinds = this.#entries.map(({ by }) => by)
    this.#offsets = new Int32Array(this.#entries.length + 1)
    for (const [index, { sets }] of this.#entries.entries()) {
      this.#offsets[index + 1] = (this.#offsets[index] ?? 0) + sets.length
    }
    this.#sets = new Int32Array(this.#offsets.at(-1) ?? 0)
    for (const [index, { sets }] of this.#entries.entries()) {
      this.#sets.set(sets, this.#offsets[index])
    }
    const inOrder = new Intl.Collator('en')
    const nameOf = (set: number) => data.sets[set]?.name ?? ''
    this.#ordered = data.sets
      .map((_, set) => set)
      .sort((one, other) => inOrder.compare(nameOf(one), nameOf(other)))
    this.#place = new Int32Array(data.sets.length)
    for (const [place, set] of this.#ordered.entries()) this.#place[set] = place
    this.#score = new Int32Array(data.sets.length)
    this.#source = new Int32Array(data.sets.length)
  }

  find(typed: Typed, { limit, withField }: SearchOptions): SetHit[] {
    const allowed = withField === undefined ? undefined : this.#setsWith(withField)
    if (typed.joined === '')
      return this.#all(allowed)
        .slice(0, limit)
        .map((set) => this.#plainHit(set))
    this.#score.fill(0)
    this.#scoreSets(typed)
    this.#scoreEntries(typed)
    let found = this.#found(allowed)
    if (found.length < fuzzyBelow) {
      this.#scoreHints(typed)
      found = this.#found(allowed)
    }
    return this.#best(found, limit).map((set) => this.#toHit(set, typed))
  }

  #all(allowed: ReadonlySet<number> | undefined): readonly number[] {
    return allowed ? this.#ordered.filter((set) => allowed.has(set)) : this.#ordered
  }

  #found(allowed: ReadonlySet<number> | undefined): number[] {
    const found: number[] = []
    for (let set = 0; set < this.#score.length; set += 1) {
      if (this.#score[set] !== 0 && (!allowed || allowed.has(set))) found.push(set)
    }
    return found
  }

  #setsWith(field: string): ReadonlySet<number> {
    const wanted = field.toLowerCase()
    const sets = new Set<number>()
    for (const entry of this.#entries) {
      if (entry.by !== 'field' || entry.needle.lower !== wanted) continue
      for (const set of entry.sets) sets.add(set)
    }
    return sets
  }

  #scoreSets(typed: Typed): void {
    for (let set = 0; set < this.#names.length; set += 1) {
      const name = this.#names[set]
      if (name) this.#offer(set, toScore(rankOf(name, typed), 'name'), byName)
      const label = this.#labels[set]
      if (label) this.#offer(set, toScore(rankOf(label.needle, typed), 'label'), byLabel)
    }
  }

  #scoreEntries(typed: Typed): void {
    this.#words.find(typed, {
      fits: (entry) => this.#offerAll(entry, this.#scoreOf(entry, ranks.words)),
      mayFit: (entry) => {
        const needle = this.#entries[entry]?.needle
        const rank = needle ? rankOf(needle, typed) : ranks.none
        this.#offerAll(entry, this.#scoreOf(entry, rank))
      },
    })
  }

  /** A field is a hint at its sets, and never as good as the name of one. */
  #scoreOf(entry: number, rank: number): number {
    return toScore(Math.min(rank, ranks.words) - 1, this.#kinds[entry] ?? 'field')
  }

  #offerAll(index: number, score: number): void {
    if (score === 0) return
    const end = this.#offsets[index + 1] ?? 0
    for (let place = this.#offsets[index] ?? 0; place < end; place += 1) {
      this.#offer(this.#sets[place] ?? 0, score, index)
    }
  }

  #scoreHints(typed: Typed): void {
    for (let set = 0; set < this.#names.length; set += 1) {
      const name = this.#names[set]
      if (name && fuzzyStretches(name, typed))
        this.#offer(set, toScore(ranks.fuzzy, 'name'), byName)
    }
  }

  #offer(set: number, score: number, source: number): void {
    if (score <= (this.#score[set] ?? 0)) return
    this.#score[set] = score
    this.#source[set] = source
  }

  /**
   * The best `limit` of the sets: by score, then the shorter text, then by name. All three in one
   * number, since to compare thousands of sets one by one would take longer than to find them.
   */
  #best(found: readonly number[], limit: number): number[] {
    const keys = new Float64Array(found.length)
    for (const [at, set] of found.entries()) {
      const length = Math.min(this.#textOf(set).length, lengthRoom - 1)
      const worse = (worstScore - (this.#score[set] ?? 0)) * lengthRoom + length
      keys[at] = worse * placeRoom + (this.#place[set] ?? 0)
    }
    return [...keys.sort().subarray(0, limit)].map((key) => this.#ordered[key % placeRoom] ?? 0)
  }

  #textOf(set: number): string {
    const source = this.#source[set] ?? byName
    if (source === byName) return this.#data.sets[set]?.name ?? ''
    return source === byLabel
      ? (this.#labels[set]?.text ?? '')
      : (this.#entries[source]?.text ?? '')
  }

  #plainHit(set: number): SetHit {
    const text = this.#data.sets[set]?.name ?? ''
    return { set, by: 'name', text, stretches: [], field: null }
  }

  #toHit(set: number, typed: Typed): SetHit {
    const source = this.#source[set] ?? byName
    const text = this.#textOf(set)
    if (source === byName || source === byLabel) {
      const by = source === byName ? 'name' : 'label'
      return { set, by, text, stretches: stretchesOf(toNeedle(text), typed), field: null }
    }
    const entry = this.#entries[source]
    if (!entry) return this.#plainHit(set)
    const { by, needle, shift, field } = entry
    const stretches = stretchesOf(needle, typed).map(
      ([from, to]): Stretch => [from + shift, to + shift],
    )
    return { set, by, text, stretches, field: field === '' ? null : field }
  }
}

function toScore(rank: number, by: FoundBy): number {
  return rank <= ranks.none ? 0 : rank * 100 + weights[by]
}
