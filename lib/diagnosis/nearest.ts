const nameLengthMax = 120

/** Up to `count` of `names` that are most like `name`, best first; none that are unlike it. */
export function nearestNames(name: string, names: readonly string[], count = 3): string[] {
  const wanted = name.slice(0, nameLengthMax).toLowerCase()
  if (wanted === '') return []
  return names
    .map((candidate) => ({ candidate, score: likeness(wanted, candidate.toLowerCase()) }))
    .filter(({ score }) => score >= 0.45)
    .sort((one, other) => other.score - one.score || one.candidate.localeCompare(other.candidate))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

/** Share of letter pairs that two names have in common, from 0 to 1. */
function likeness(one: string, other: string): number {
  if (one === other) return 1
  const pairs = countPairs(one)
  let common = 0
  for (let index = 0; index < other.length - 1; index++) {
    const pair = other.slice(index, index + 2)
    const left = pairs.get(pair) ?? 0
    if (left === 0) continue
    common++
    pairs.set(pair, left - 1)
  }
  return (2 * common) / Math.max(1, one.length + other.length - 2)
}

function countPairs(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let index = 0; index < text.length - 1; index++) {
    const pair = text.slice(index, index + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
