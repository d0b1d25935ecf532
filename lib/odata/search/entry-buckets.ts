import type { Entry } from '@/lib/odata/search/search-entries'
import type { Typed } from '@/lib/odata/search/words'

/** Letters by which entries are sorted, at most and at least. */
export const lettersMax = 3
const lettersMin = 2

/** An entry that may fit, and where its word begins that the first word typed may begin. */
export type Candidates = Readonly<{ entries: readonly number[]; starts: readonly number[] }>

const none: Candidates = { entries: [], starts: [] }

/**
 * Entries by the first letters of each of their words, so that a keystroke looks at hundreds of
 * them and not at a hundred thousand.
 */
export class EntryBuckets {
  readonly #buckets: ReadonlyMap<string, Candidates>

  constructor(entries: readonly Entry[]) {
    const buckets = new Map<string, { entries: number[]; starts: number[] }>()
    const put = (letters: string, entry: number, start: number) => {
      const bucket = buckets.get(letters)
      if (!bucket) {
        buckets.set(letters, { entries: [entry], starts: [start] })
      } else if (bucket.entries.at(-1) !== entry) {
        // Of two words that begin alike the first is enough.
        bucket.entries.push(entry)
        bucket.starts.push(start)
      }
    }
    for (const [entry, { needle }] of entries.entries()) {
      for (const start of needle.starts) {
        put(needle.lower.slice(start, start + lettersMin), entry, start)
        put(needle.lower.slice(start, start + lettersMax), entry, start)
      }
    }
    this.#buckets = buckets
  }

  /** The entries one of whose words begins with the first letters typed. */
  candidates({ words: [first = ''] }: Typed): Candidates {
    if (first.length < lettersMin) return none
    return this.#buckets.get(first.slice(0, lettersMax)) ?? none
  }
}
