/**
 * How long does a keystroke take? Searches a catalog of 4,200 entity sets and 200,000 fields for
 * every beginning of a few hundred queries, as a person would type them.
 *
 * Run it with `npm run bench -- search`.
 */
import { readCsdl } from '@/lib/odata/csdl/read-csdl'
import { searchCatalog } from '@/lib/odata/search/catalog-search'
import { SearchDataBuilder } from '@/lib/odata/search/search-data-builder'
import { generateMetadata, realSize } from './metadata/generate-metadata'
import { percentile } from './percentile'
import { table } from './table'

const queries = [
  ...['customer', 'cust acc', 'vendor', 'sales order header', 'invoice line', 'tax group code'],
  ...[
    'salesorderh',
    'soh',
    'dimension value set',
    'wrkr',
    'item number',
    'payment term',
    'dataareaid',
  ],
  ...['MemberOf', 'zzzzqx', 'quality test', 'warehouse location', 'price discount', 'bank', 'a'],
]

/** Runs the benchmark and prints a table. */
export async function benchSearch(): Promise<object> {
  const data = await makeSearchData()
  const fields = data.sets.reduce((sum, set) => sum + set.fields.length, 0)
  const preparedAt = performance.now()
  const search = searchCatalog(data)
  const prepareMs = performance.now() - preparedAt

  const substrings = data.sets.map(({ name }) => name.toLowerCase())
  const typed = queries.flatMap((query) =>
    Array.from({ length: query.length }, (_, index) => query.slice(0, index + 1)),
  )
  const ours = time(typed, (text) => search.find(text, { limit: 50 }))
  const plain = time(typed, (text) => substrings.filter((name) => name.includes(text)))
  console.log(
    `${data.sets.length} entity sets, ${fields} fields; made ready in ${Math.round(prepareMs)} ms`,
  )
  console.log(
    table(
      ['per keystroke', 'p50 ms', 'p99 ms', 'max ms'],
      [
        ['names, labels, fields, enum members, ranked', ...ours.map(round)],
        ['part of a set’s name only, unranked', ...plain.map(round)],
      ],
    ),
  )
  return { p50Ms: round(ours[0]), p99Ms: round(ours[1]) }
}

/** A catalog of 4,200 entity sets and 200,000 fields, ready to be searched. */
export async function makeSearchData() {
  const builder = new SearchDataBuilder()
  const size = { ...realSize, types: 4200, properties: 200_000 }
  const encoder = new TextEncoder()
  function* bytes() {
    for (const piece of generateMetadata(size)) yield encoder.encode(piece)
  }
  const { types, resources } = await readCsdl(bytes())
  for (const type of types.values()) builder.addType(type)
  for (const resource of resources) builder.addResource(resource)
  return builder.finish()
}

function time(typed: readonly string[], find: (text: string) => unknown): [number, number, number] {
  const times: number[] = []
  // The first round warms up what a browser has warm after the first keystrokes.
  for (let round = 0; round < 6; round += 1) {
    for (const text of typed) {
      const startedAt = performance.now()
      find(text)
      if (round > 0) times.push(performance.now() - startedAt)
    }
  }
  times.sort((a, b) => a - b)
  return [percentile(times, 0.5), percentile(times, 0.99), times.at(-1) ?? 0]
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100
}
