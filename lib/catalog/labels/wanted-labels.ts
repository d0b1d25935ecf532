import { inflateRawSync } from 'node:zlib'
import { readEntityFacts } from '@/lib/catalog/facts/facts-store'
import { listReadings, readDeflated } from '@/lib/catalog/store/read-catalog'
import type { SearchData } from '@/lib/odata/search/search-data'

const kept = new Map<string, readonly string[]>()
const keptMax = 4

/**
 * The ids of the labels by which the entities of a connection are found, those of entity sets
 * first, then those of fields, the most common first. Before there is a catalog, those of the
 * entity sets that the environment has listed.
 */
export async function wantedLabels(connectionId: string): Promise<readonly string[]> {
  const [reading] = await listReadings(connectionId)
  if (!reading) {
    const facts = (await readEntityFacts(connectionId))?.facts ?? []
    return unique(facts.map(({ labelId }) => labelId ?? ''))
  }
  const known = kept.get(reading.catalogId)
  if (known) return known
  const body = await readDeflated(reading.catalogId, 'search')
  if (!body) return []
  // Written by the builder from its own types, so it is not parsed a second time.
  const data: SearchData = JSON.parse(inflateRawSync(body).toString())
  const ids = inOrder(data)
  if (kept.size >= keptMax) kept.clear()
  kept.set(reading.catalogId, ids)
  return ids
}

function inOrder({ sets, fields, labels }: SearchData): readonly string[] {
  const uses = new Map<number, number>()
  for (const set of sets) {
    for (const field of set.fields) {
      const label = fields.labels[field] ?? -1
      uses.set(label, (uses.get(label) ?? 0) + 1)
    }
  }
  const ofFields = [...uses].sort((one, other) => other[1] - one[1]).map(([label]) => label)
  return unique([...sets.map(({ label }) => label), ...ofFields].map((at) => labels[at] ?? ''))
}

/** What does not begin with `@` is no id but the text itself. */
function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id) => id.startsWith('@')))]
}
