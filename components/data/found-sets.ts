import type { EntityCategory, EntityFact } from '@/lib/contract/catalog-facts'
import {
  type CatalogSearch,
  type FoundBy,
  type SetHit,
  searchCatalog,
} from '@/lib/odata/search/catalog-search'
import type { SearchableSet, SearchData } from '@/lib/odata/search/search-data'
import { labelText } from '@/lib/odata/search/search-entries'
import type { Stretch } from '@/lib/odata/search/words'

/** An entity set that was found, as a list shows it. */
export type FoundSet = Readonly<{
  name: string
  isReadOnly: boolean
  isPerCompany: boolean
  isSingleton: boolean
  /** What people call it; null where that is not known. */
  label: string | null
  category: EntityCategory | null
  /** What fits in the name. */
  stretches: readonly Stretch[]
  /** Why it was found, where its name does not tell. */
  why: Readonly<{
    by: Exclude<FoundBy, 'name'>
    text: string
    stretches: readonly Stretch[]
    field: string | null
  }> | null
}>

export type FoundSets = Readonly<{
  /** What it answers. */
  text: string
  category: EntityCategory | null
  sets: readonly FoundSet[]
  /** How many fit, of which `sets` may be the best only. */
  total: number
}>

/** More than anybody scrolls through, and few enough to be handed over at every letter. */
const shownMax = 1000

/** What is known of the sets of a catalog beside what the catalog itself says. */
export type Dress = Readonly<{
  /** Texts by label id. */
  labels: Readonly<Record<string, string>>
  /** By the name of the set. */
  categories: Readonly<Record<string, EntityCategory>>
}>

export const noDress: Dress = { labels: {}, categories: {} }

/** A search over a catalog with what is known beside it. */
export type DressedSearch = Readonly<{ data: SearchData; search: CatalogSearch; dress: Dress }>

/** Makes a catalog ready to be searched by its labels too. */
export function dressSearch(data: SearchData, dress: Dress): DressedSearch {
  return { data, search: searchCatalog(data, dress.labels), dress }
}

/**
 * Finds the sets that fit `text`, of one category or of all; without text these are all of them,
 * by name.
 */
export function findSets(
  { data, search, dress }: DressedSearch,
  text: string,
  category: EntityCategory | null = null,
): FoundSets {
  const fits = search.find(text, { limit: data.sets.length })
  const { categories } = dress
  const hits =
    category === null
      ? fits
      : fits.filter(({ set }) => ownOf(categories, data.sets[set]?.name ?? '') === category)
  const shown = text.trim() === '' ? hits : hits.slice(0, shownMax)
  return {
    text,
    category,
    sets: shown.flatMap((hit) => toFoundSet(data.sets[hit.set], hit, { data, dress })),
    total: hits.length,
  }
}

function ownOf<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function toFoundSet(
  set: SearchableSet | undefined,
  hit: SetHit,
  { data, dress }: Omit<DressedSearch, 'search'>,
): FoundSet[] {
  if (!set) return []
  const { name, isReadOnly, isPerCompany, isSingleton } = set
  const { by, text, stretches, field } = hit
  const label = labelText(data.labels[set.label], dress.labels) ?? null
  const category = ownOf(dress.categories, name) ?? null
  const found = { name, isReadOnly, isPerCompany, isSingleton, label, category }
  if (by === 'name') return [{ ...found, stretches, why: null }]
  return [{ ...found, stretches: [], why: { by, text, stretches, field } }]
}

/** What an environment has said of its entities before there is a catalog. */
export type KnownSets = Readonly<{
  names: readonly string[]
  facts: readonly EntityFact[]
  labels: Readonly<Record<string, string>>
}>

/** A search over names and labels, for the time before there is a catalog. */
export function searchNames({
  names,
  facts,
  labels,
}: KnownSets): (text: string, category?: EntityCategory | null) => FoundSets {
  const factOf = new Map(facts.map((fact) => [fact.name, fact]))
  const data: SearchData = {
    sets: names.map((name, index) => ({
      name,
      type: '',
      isSingleton: false,
      isReadOnly: factOf.get(name)?.isReadOnly === true,
      isPerCompany: false,
      label: index,
      keyParts: 0,
      fields: [],
    })),
    fields: { names: [], types: [], labels: [] },
    types: [],
    // An id without a text is no label, and what is no id is the text itself.
    labels: names.map((name) => factOf.get(name)?.labelId ?? '@'),
    enums: {},
  }
  const dressed = dressSearch(data, { labels, categories: categoriesOf(facts) })
  return (text, category) => findSets(dressed, text, category)
}

/** The categories of sets by their names. */
export function categoriesOf(facts: readonly EntityFact[]): Dress['categories'] {
  return Object.fromEntries(
    facts.flatMap(({ name, category }) => (category === null ? [] : [[name, category]])),
  )
}
