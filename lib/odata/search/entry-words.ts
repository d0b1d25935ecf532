import type { Entry } from '@/lib/odata/search/search-entries'
import type { Typed } from '@/lib/odata/search/words'

/** Letters that have to be typed before anything but names is looked at. */
const lettersMin = 2

/** Words `from` (with it) to `to` (without) of those in alphabetical order. */
type Range = Readonly<{ from: number; to: number }>

/** A word that what is typed goes beyond, and those that it may go on in. */
type Span = Readonly<{ word: number; next: Range; goesOn: boolean }>

/**
 * The words of all entries, each a number in alphabetical order, so that what begins alike is one
 * stretch of numbers: to compare those takes a hundredth of what it takes to compare texts.
 */
export class EntryWords {
  readonly #words: readonly string[]
  /** Entries by word: those of a word lie from its offset to the next. */
  readonly #entriesByWord: Int32Array
  readonly #offsetsByWord: Int32Array
  /** Words by entry, in the order in which they stand there. */
  readonly #wordsByEntry: Int32Array
  readonly #offsetsByEntry: Int32Array

  constructor(entries: readonly Entry[]) {
    const texts = entries.map(wordsOf)
    this.#words = [...new Set(texts.flat())].sort((one, other) => (one < other ? -1 : 1))
    const numbers = new Map(this.#words.map((word, number) => [word, number]))
    this.#offsetsByEntry = offsetsOf(texts.map(({ length }) => length))
    this.#wordsByEntry = Int32Array.from(texts.flat(), (word) => numbers.get(word) ?? 0)
    const lengths = new Int32Array(this.#words.length)
    for (const word of this.#wordsByEntry) lengths[word] = (lengths[word] ?? 0) + 1
    this.#offsetsByWord = offsetsOf(lengths)
    this.#entriesByWord = new Int32Array(this.#wordsByEntry.length)
    this.#fillByWord()
  }

  #fillByWord(): void {
    const next = this.#offsetsByWord.slice()
    let entry = 0
    for (let at = 0; at < this.#wordsByEntry.length; at += 1) {
      while (at >= (this.#offsetsByEntry[entry + 1] ?? 0)) entry += 1
      const word = this.#wordsByEntry[at] ?? 0
      const place = next[word] ?? 0
      this.#entriesByWord[place] = entry
      next[word] = place + 1
    }
  }

  /**
   * Tells `fits` each entry whose words begin, in their order, with those typed; some more than
   * once. Tells `mayFit` those where a word typed goes beyond one of the entry's.
   */
  find(
    { words: typed }: Typed,
    { fits, mayFit }: Readonly<{ fits: (entry: number) => void; mayFit: (entry: number) => void }>,
  ): void {
    const [first = ''] = typed
    if (first.length < lettersMin) return
    const ranges = typed.map((word) => this.#beginningWith(word))
    this.#findWhole(ranges, fits)
    if (typed.length === 1) {
      this.#findSpans(first, mayFit)
      return
    }
    // Where several words are typed, seldom one of them goes beyond a word.
    const beyond = typed.filter((_, at) => ranges[at]?.from === ranges[at]?.to)
    if (beyond.length > 0 && beyond.every((word) => this.#spansOf(word).length > 0)) {
      this.#findBeginnings(first, mayFit)
    }
  }

  #findWhole(ranges: readonly Range[], fits: (entry: number) => void): void {
    const [rarest] = [...ranges].sort((one, other) => this.#entriesIn(one) - this.#entriesIn(other))
    if (!rarest) return
    const end = this.#offsetsByWord[rarest.to] ?? 0
    for (let at = this.#offsetsByWord[rarest.from] ?? 0; at < end; at += 1) {
      const entry = this.#entriesByWord[at] ?? 0
      if (ranges.length === 1 || this.#hasInOrder(entry, ranges)) fits(entry)
    }
  }

  #hasInOrder(entry: number, ranges: readonly Range[]): boolean {
    const end = this.#offsetsByEntry[entry + 1] ?? 0
    let next = this.#offsetsByEntry[entry] ?? 0
    for (const { from, to } of ranges) {
      while (next < end && !isIn(this.#wordsByEntry[next] ?? 0, from, to)) next += 1
      if (next >= end) return false
      next += 1
    }
    return true
  }

  /** `customerg` goes from `Customer` on into `Group`. */
  #findSpans(typed: string, mayFit: (entry: number) => void): void {
    for (const { word, next, goesOn } of this.#spansOf(typed)) {
      const end = this.#offsetsByWord[word + 1] ?? 0
      for (let at = this.#offsetsByWord[word] ?? 0; at < end; at += 1) {
        const entry = this.#entriesByWord[at] ?? 0
        if (goesOn || this.#hasPair(entry, word, next)) mayFit(entry)
      }
    }
  }

  #findBeginnings(typed: string, mayFit: (entry: number) => void): void {
    const spans = this.#spansOf(typed).map(({ word }) => ({ from: word, to: word + 1 }))
    for (const { from, to } of [this.#beginningWith(typed), ...spans]) {
      const end = this.#offsetsByWord[to] ?? 0
      for (let at = this.#offsetsByWord[from] ?? 0; at < end; at += 1) {
        mayFit(this.#entriesByWord[at] ?? 0)
      }
    }
  }

  #hasPair(entry: number, word: number, { from, to }: Range): boolean {
    const last = (this.#offsetsByEntry[entry + 1] ?? 0) - 1
    for (let at = this.#offsetsByEntry[entry] ?? 0; at < last; at += 1) {
      if (this.#wordsByEntry[at] === word && isIn(this.#wordsByEntry[at + 1] ?? 0, from, to)) {
        return true
      }
    }
    return false
  }

  /** Words that `typed` begins with and goes beyond. */
  #spansOf(typed: string): Span[] {
    const spans: Span[] = []
    for (let length = 1; length < typed.length; length += 1) {
      const word = this.#placeOf(typed.slice(0, length))
      if (this.#words[word] !== typed.slice(0, length)) continue
      const rest = typed.slice(length)
      const next = this.#beginningWith(rest)
      const goesOn = this.#goesBeyond(rest)
      if (goesOn || next.from < next.to) spans.push({ word, next, goesOn })
    }
    return spans
  }

  #goesBeyond(typed: string): boolean {
    for (let length = 1; length < typed.length; length += 1) {
      const word = typed.slice(0, length)
      if (this.#words[this.#placeOf(word)] === word) return true
    }
    return false
  }

  #beginningWith(letters: string): Range {
    return { from: this.#placeOf(letters), to: this.#placeOf(`${letters}\uffff`) }
  }

  /** How many words come before `text`. */
  #placeOf(text: string): number {
    let from = 0
    let to = this.#words.length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.#words[middle] ?? '') < text) from = middle + 1
      else to = middle
    }
    return from
  }

  #entriesIn({ from, to }: Range): number {
    return (this.#offsetsByWord[to] ?? 0) - (this.#offsetsByWord[from] ?? 0)
  }
}

function isIn(word: number, from: number, to: number): boolean {
  return word >= from && word < to
}

function wordsOf({ needle: { lower, starts } }: Entry): string[] {
  return starts.map((start, index) => lower.slice(start, starts[index + 1]))
}

/** Where each of several stretches of these lengths begins, and where the last one ends. */
function offsetsOf(lengths: ArrayLike<number>): Int32Array {
  const offsets = new Int32Array(lengths.length + 1)
  for (let at = 0; at < lengths.length; at += 1) {
    offsets[at + 1] = (offsets[at] ?? 0) + (lengths[at] ?? 0)
  }
  return offsets
}
