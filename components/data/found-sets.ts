import {
  type CatalogSearch,
  type FoundBy,
  type SetHit,
  searchCatalog,
} from '@/lib/odata/search/catalog-search'
import type { SearchableSet, SearchData } from '@/lib/odata/search/search-data'
import type { Stretch } from '@/lib/odata/search/words'

/** An entity set that was found, as a list shows it. */
export type FoundSet = Readonly<{
  name: string
  isReadOnly: boolean
  isPerCompany: boolean
  isSingleton: boolean
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
  sets: readonly FoundSet[]
  /** How many fit, of which `sets` may be the best only. */
  total: number
}>

/** More than anybody scrolls through, and few enough to be handed over at every letter. */
const shownMax = 1000

/** Finds the sets that fit `text`; without text these are all of them, by name. */
export function findSets(data: SearchData, search: CatalogSearch, text: string): FoundSets {
  const hits = search.find(text, { limit: data.sets.length })
  const shown = text.trim() === '' ? hits : hits.slice(0, shownMax)
  return {
    text,
    sets: shown.flatMap((hit) => toFoundSet(data.sets[hit.set], hit)),
    total: hits.length,
  }
}

function toFoundSet(set: SearchableSet | undefined, hit: SetHit): FoundSet[] {
  if (!set) return []
  const { name, isReadOnly, isPerCompany, isSingleton } = set
  const { by, text, stretches, field } = hit
  const found = { name, isReadOnly, isPerCompany, isSingleton }
  if (by === 'name') return [{ ...found, stretches, why: null }]
  return [{ ...found, stretches: [], why: { by, text, stretches, field } }]
}

/** A search over nothing but names, for the time before there is a catalog. */
export function searchNames(names: readonly string[]): (text: string) => FoundSets {
  const data: SearchData = {
    sets: names.map((name) => ({
      name,
      type: '',
      isSingleton: false,
      isReadOnly: false,
      isPerCompany: false,
      label: -1,
      keyParts: 0,
      fields: [],
    })),
    fields: { names: [], types: [], labels: [] },
    types: [],
    labels: [],
    enums: {},
  }
  const search = searchCatalog(data)
  return (text) => findSets(data, search, text)
}
