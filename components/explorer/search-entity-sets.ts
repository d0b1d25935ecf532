import type { EntitySet } from '@/lib/contract/catalog'

/**
 * Entity sets that match `text`, the best first; all of them in their own order without text.
 *
 * Every word must occur. A whole name comes before a beginning, that before the beginning of a
 * word inside the name (`Order` in `SalesOrderHeaders`), that before anything else. The capitals of
 * a name find it too: `SOH`.
 */
export function searchEntitySets(sets: readonly EntitySet[], text: string): readonly EntitySet[] {
  const words = text.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return sets
  const ranked: { set: EntitySet; rank: number }[] = []
  for (const set of sets) {
    const rank = rankOf(set.name, words)
    if (rank !== undefined) ranked.push({ set, rank })
  }
  return ranked
    .sort((one, other) => one.rank - other.rank || one.set.name.length - other.set.name.length)
    .map(({ set }) => set)
}

function rankOf(name: string, words: readonly string[]): number | undefined {
  let sum = 0
  for (const word of words) {
    const rank = rankOfWord(name, word)
    if (rank === undefined) return undefined
    sum += rank
  }
  return sum
}

function rankOfWord(name: string, word: string): number | undefined {
  const lower = name.toLowerCase()
  const sought = word.toLowerCase()
  if (lower === sought) return 0
  if (lower.startsWith(sought)) return 1
  if (startsAWord(name, lower, sought)) return 2
  if (initials(name).startsWith(sought) && sought.length > 1) return 3
  return lower.includes(sought) ? 4 : undefined
}

function startsAWord(name: string, lower: string, sought: string): boolean {
  let at = lower.indexOf(sought)
  while (at !== -1) {
    if (isCapital(name, at) && !isCapital(name, at - 1)) return true
    at = lower.indexOf(sought, at + 1)
  }
  return false
}

const isCapital = (name: string, at: number) => /[A-Z]/.test(name.charAt(at))

function initials(name: string): string {
  return name.replace(/[^A-Z]/g, '').toLowerCase()
}
