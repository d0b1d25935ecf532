import type { SearchData } from '@/lib/odata/search/search-data'
import {
  type Match,
  match,
  matchFuzzy,
  type Needle,
  ranks,
  type Stretch,
  type Typed,
  toNeedle,
  toTyped,
} from '@/lib/odata/search/words'

/** Why an entity set was found. */
export type FoundBy = 'name' | 'label' | 'field' | 'field-label' | 'enum-member'

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

/** As many letters as keep one letter from fitting every field. */
const fieldLettersMin = 2
/** Where fewer fit, letters that only hint at a name are looked for too. */
const fuzzyBelow = 8

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

type Scored = { hit: SetHit; score: number }

/** Of one text that occurs in many places: the text, and where. */
type Entry = Readonly<{
  needle: Needle
  text: string
  /** Where the needle begins in the text. */
  shift: number
  sets: readonly number[]
  field: string | null
}>

class CatalogIndex {
  readonly #data: SearchData
  readonly #names: readonly Needle[]
  readonly #labels: readonly (readonly [text: string, needle: Needle] | undefined)[]
  readonly #entries: Readonly<Record<'field' | 'field-label' | 'enum-member', readonly Entry[]>>
  readonly #byName: readonly number[]

  constructor(data: SearchData, labels: Readonly<Record<string, string>>) {
    this.#data = data
    this.#names = data.sets.map(({ name }) => toNeedle(name))
    this.#labels = data.sets.map(({ label }) => {
      const text = labelText(data.labels[label], labels)
      return text === undefined ? undefined : [text, toNeedle(text)]
    })
    this.#byName = data.sets
      .map((_, set) => set)
      .sort((one, other) => compareNames(data, one, other))
    const setsOfField = postings(data)
    this.#entries = {
      field: entriesOf(data.fields.names, setsOfField, (name) => name),
      'field-label': entriesOf(
        data.fields.labels.map((label) => labelText(data.labels[label], labels)),
        setsOfField,
        (_, field) => data.fields.names[field] ?? null,
      ),
      'enum-member': memberEntries(data, setsOfField),
    }
  }

  find(typed: Typed, { limit, withField }: SearchOptions): SetHit[] {
    const allowed = withField === undefined ? undefined : this.#setsWith(withField)
    if (typed.joined === '') return this.#all(allowed, limit)
    const best = new Map<number, Scored>()
    const offer = (set: number, rank: number, hit: Omit<SetHit, 'set'>) => {
      if (allowed && !allowed.has(set)) return
      const score = rank * 100 + weights[hit.by]
      const known = best.get(set)
      if (!known || known.score < score) best.set(set, { hit: { set, ...hit }, score })
    }
    this.#offerSets(typed, offer, match)
    if (typed.joined.length >= fieldLettersMin) this.#offerEntries(typed, offer)
    if (best.size < fuzzyBelow) this.#offerSets(typed, offer, matchFuzzy)
    return [...best.values()]
      .sort((one, other) => other.score - one.score || this.#closer(one.hit, other.hit))
      .slice(0, limit)
      .map(({ hit }) => hit)
  }

  #all(allowed: ReadonlySet<number> | undefined, limit: number): SetHit[] {
    const sets = allowed ? this.#byName.filter((set) => allowed.has(set)) : this.#byName
    return sets.slice(0, limit).map((set) => {
      const text = this.#data.sets[set]?.name ?? ''
      return { set, by: 'name', text, stretches: [], field: null }
    })
  }

  #setsWith(field: string): ReadonlySet<number> {
    const wanted = field.toLowerCase()
    const entry = this.#entries.field.filter(({ needle }) => needle.lower === wanted)
    return new Set(entry.flatMap(({ sets }) => sets))
  }

  #offerSets(
    typed: Typed,
    offer: Offer,
    fits: (needle: Needle, typed: Typed) => Match | undefined,
  ) {
    for (const [set, needle] of this.#names.entries()) {
      const found = fits(needle, typed)
      const text = this.#data.sets[set]?.name ?? ''
      if (found) offer(set, found.rank, { by: 'name', text, field: null, ...stretchesOf(found) })
      const label = this.#labels[set]
      const byLabel = label && fits(label[1], typed)
      if (byLabel) {
        offer(set, byLabel.rank, {
          by: 'label',
          text: label[0],
          field: null,
          ...stretchesOf(byLabel),
        })
      }
    }
  }

  #offerEntries(typed: Typed, offer: Offer): void {
    for (const by of ['field', 'field-label', 'enum-member'] as const) {
      for (const { needle, text, shift, sets, field } of this.#entries[by]) {
        const found = match(needle, typed)
        if (!found) continue
        // A field is a hint at its sets, and never as good as the name of one.
        const rank = Math.min(found.rank, ranks.words) - 1
        for (const set of sets) offer(set, rank, { by, text, field, ...stretchesOf(found, shift) })
      }
    }
  }

  #closer(one: SetHit, other: SetHit): number {
    return one.text.length - other.text.length || compareNames(this.#data, one.set, other.set)
  }
}

type Offer = (set: number, rank: number, hit: Omit<SetHit, 'set'>) => void

function stretchesOf({ stretches }: Match, shift = 0): Pick<SetHit, 'stretches'> {
  return { stretches: stretches.map(([from, to]) => [from + shift, to + shift]) }
}

function compareNames({ sets }: SearchData, one: number, other: number): number {
  return (sets[one]?.name ?? '').localeCompare(sets[other]?.name ?? '', 'en')
}

/** The text of a label: looked up where it is an id, itself where it is none. */
function labelText(
  id: string | undefined,
  labels: Readonly<Record<string, string>>,
): string | undefined {
  if (id === undefined) return undefined
  return labels[id] ?? (id.startsWith('@') ? undefined : id)
}

/** Of each field, the sets that have it. */
function postings({ sets, fields }: SearchData): number[][] {
  const found: number[][] = fields.names.map(() => [])
  for (const [set, { fields: own }] of sets.entries()) {
    for (const field of own) found[field]?.push(set)
  }
  return found
}

/** One entry for each text, however many fields share it. */
function entriesOf(
  texts: readonly (string | undefined)[],
  setsOfField: readonly (readonly number[])[],
  fieldName: (text: string, field: number) => string | null,
): Entry[] {
  const found = new Map<string, { text: string; field: string | null; sets: Set<number> }>()
  for (const [field, text] of texts.entries()) {
    if (text === undefined) continue
    const name = fieldName(text, field)
    const key = `${text}\n${name}`
    const entry = found.get(key) ?? { text, field: name, sets: new Set() }
    for (const set of setsOfField[field] ?? []) entry.sets.add(set)
    found.set(key, entry)
  }
  return [...found.values()].map(({ text, field, sets }) => ({
    needle: toNeedle(text),
    text,
    shift: 0,
    field,
    sets: [...sets],
  }))
}

function memberEntries(
  { fields, types, enums }: SearchData,
  setsOfField: readonly (readonly number[])[],
): Entry[] {
  const byType = new Map<number, number[]>()
  for (const [field, type] of fields.types.entries()) {
    const own = byType.get(type)
    if (own) own.push(field)
    else byType.set(type, [field])
  }
  return Object.entries(enums).flatMap(([name, members]) => {
    const own = byType.get(types.indexOf(name)) ?? []
    const sets = [...new Set(own.flatMap((field) => setsOfField[field] ?? []))]
    const field = fields.names[own[0] ?? -1] ?? null
    const short = name.slice(name.lastIndexOf('.') + 1)
    return members.map((member) => ({
      needle: toNeedle(member),
      text: `${short}.${member}`,
      shift: short.length + 1,
      field,
      sets,
    }))
  })
}
