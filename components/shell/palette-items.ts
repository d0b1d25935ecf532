import type { FoundSet } from '@/components/data/found-sets'
import { paths } from '@/components/shell/paths'
import type { Connection } from '@/lib/contract/connection'
import {
  rankOf,
  ranks,
  type Stretch,
  stretchesOf,
  toNeedle,
  toTyped,
} from '@/lib/odata/search/words'
import { stepIds, stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

/** A place that can be gone to. */
export type Place = Readonly<{
  title: string
  /** What it is of, or why it was found. */
  hint: string
  href: string
}>

export type PaletteItem = Place & Readonly<{ stretches: readonly Stretch[] }>

export type PaletteGroup = Readonly<{ name: string; items: readonly PaletteItem[] }>

const everywhere: readonly Place[] = [
  { title: 'Dashboard', hint: '', href: paths.dashboard() },
  { title: 'All connections', hint: '', href: paths.connections() },
  { title: 'Connect an environment', hint: '', href: paths.connect() },
  { title: 'Troubleshooting', hint: '', href: paths.troubleshooting() },
  { title: 'Read a pasted error', hint: '', href: paths.pasteError() },
]

/** The pages of the console: those of the connection that one is at first. */
export function toPages(connection: Connection | undefined): readonly Place[] {
  if (!connection) return everywhere
  const { id, name: hint } = connection
  const steps = stepIds.map((step) => ({
    title: `Step ${stepNumber(step)}: ${stepTitle(step)}`,
    hint,
    href: paths.setup(id, step),
  }))
  return [
    { title: 'Explore data', hint, href: paths.explorer(id) },
    { title: 'Overview', hint, href: paths.connection(id) },
    { title: 'Queries', hint, href: paths.queries(id) },
    { title: 'Exports', hint, href: paths.exports(id) },
    ...steps,
    { title: 'Putting it to the test', hint, href: paths.setupTest(id) },
    { title: 'Compare catalogs', hint, href: paths.drift(id) },
    { title: 'Compare proofs', hint, href: paths.compareProofs(id) },
    ...everywhere,
  ]
}

/** Each connection as a place, with the host of its environment. */
export function toConnectionPlaces(connections: readonly Connection[]): readonly Place[] {
  return connections.map(({ id, name, environmentUrl }) => ({
    title: name,
    hint: environmentUrl.replace(/^https:\/\//, ''),
    href: paths.connection(id),
  }))
}

/** Entity sets that were found in the catalog of a connection; `tab` is the one that stays open. */
export function toSetItems(
  connectionId: string,
  sets: readonly FoundSet[],
  tab: string,
): readonly PaletteItem[] {
  return sets.map(({ name, stretches, why, label }) => ({
    title: name,
    hint:
      why === null ? (label ?? '') : `${why.by === 'enum-member' ? 'value' : 'has'} ${why.text}`,
    href: paths.explorer(connectionId, name, { tab }),
    stretches,
  }))
}

const ofEachMax = 20
const withoutTextMax = 8

type Sources = Readonly<{
  connections: readonly Place[]
  pages: readonly Place[]
  sets: readonly PaletteItem[]
}>

/** What fits `text`, the group with the best fit first. */
export function toGroups(text: string, { connections, pages, sets }: Sources): PaletteGroup[] {
  const most = text.trim() === '' ? withoutTextMax : ofEachMax
  const groups = [
    { name: 'Pages', items: findPlaces(text, pages) },
    { name: 'Connections', items: findPlaces(text, connections) },
    { name: 'Entity sets', items: sets },
  ]
  return groups
    .filter(({ items }) => items.length > 0)
    .map(({ name, items }) => ({ name, items: items.slice(0, most) }))
    .sort((one, other) => bestOf(other, text) - bestOf(one, text))
}

function bestOf({ items }: PaletteGroup, text: string): number {
  const typed = toTyped(text)
  return items[0] ? rankOf(toNeedle(items[0].title), typed) : ranks.none
}

function findPlaces(text: string, places: readonly Place[]): PaletteItem[] {
  const typed = toTyped(text)
  if (typed.joined === '') return places.map((place) => ({ ...place, stretches: [] }))
  return places
    .flatMap((place) => {
      const needle = toNeedle(place.title)
      const rank = rankOf(needle, typed)
      if (rank > ranks.none)
        return [{ item: { ...place, stretches: stretchesOf(needle, typed) }, rank }]
      const byHint = rankOf(toNeedle(place.hint), typed) > ranks.none
      return byHint ? [{ item: { ...place, stretches: [] }, rank: ranks.none }] : []
    })
    .sort((one, other) => other.rank - one.rank)
    .map(({ item }) => item)
}
