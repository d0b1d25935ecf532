import type { QueryRun, SavedQuery } from '@/lib/contract/saved-query'

/** Saved queries that hold every word of `text`, wherever: name, note, entity, options, people. */
export function matchingQueries(queries: readonly SavedQuery[], text: string) {
  return queries.filter(({ name, note, entitySet, options, madeBy, changedBy }) =>
    holdsAll([name, note, entitySet, options, madeBy, changedBy], text),
  )
}

/** Runs that hold every word of `text` in their entity or options. */
export function matchingRuns(runs: readonly QueryRun[], text: string) {
  return runs.filter(({ entitySet, options }) => holdsAll([entitySet, options], text))
}

function holdsAll(parts: readonly string[], text: string): boolean {
  const held = parts.join('\n').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => held.includes(word))
}
