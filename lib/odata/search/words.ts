/** A name made ready for matching. */
export type Needle = Readonly<{
  lower: string
  /** Where words begin: `CustomerAccount` -> 0, 8; `ACOCostType_BR` -> 0, 3, 7, 12. */
  starts: readonly number[]
}>

type Kind = 'upper' | 'lower' | 'digit' | 'none'

function kindAt(text: string, index: number): Kind {
  const code = text.charCodeAt(index)
  if (code >= 97 && code <= 122) return 'lower'
  if (code >= 65 && code <= 90) return 'upper'
  if (code >= 48 && code <= 57) return 'digit'
  // Letters of other alphabets, of which labels are full.
  return code > 127 ? 'lower' : 'none'
}

/** Finds where the words of a name or of a label begin. */
export function toNeedle(text: string): Needle {
  const starts: number[] = []
  let before: Kind = 'none'
  for (let index = 0; index < text.length; index += 1) {
    const here = kindAt(text, index)
    if (here !== 'none' && beginsWord(before, here, text, index)) starts.push(index)
    before = here
  }
  const lower = text.toLowerCase()
  // A few letters change their length; then only the beginning is sure.
  return { lower, starts: lower.length === text.length ? starts : starts.slice(0, 1) }
}

// biome-ignore lint/complexity/useMaxParams: called for each letter of a hundred thousand names
function beginsWord(before: Kind, here: Kind, text: string, index: number): boolean {
  if (before === 'none') return true
  if (here === 'digit') return before !== 'digit'
  if (here !== 'upper') return false
  // The last capital of a run begins the next word: `ACOCost` is `ACO` and `Cost`.
  return before !== 'upper' || kindAt(text, index + 1) === 'lower'
}

/** What somebody typed, as words and as one. */
export type Typed = Readonly<{ words: readonly string[]; joined: string }>

const wordsMax = 8
const lengthMax = 80

/** Splits what was typed at blanks and at what names do not hold. */
export function toTyped(text: string): Typed {
  const words = text
    .slice(0, lengthMax)
    .toLowerCase()
    .split(/[^\p{L}\p{N}@:]+/u)
    .filter((word) => word !== '')
    .slice(0, wordsMax)
  return { words, joined: words.join('') }
}

/** Exact is better than a beginning, a beginning than words, words than a part, a part than a hint. */
export const ranks = { exact: 5, prefix: 4, words: 3, part: 2, fuzzy: 1, none: 0 } as const

/** How well a name fits what was typed, from 5 down to 0; a hint at it does not count. */
export function rankOf({ lower, starts }: Needle, { words, joined }: Typed): number {
  if (joined === '') return ranks.none
  if (lower.startsWith(joined)) {
    return lower.length === joined.length ? ranks.exact : ranks.prefix
  }
  if (fitsWords(lower, starts, words)) return ranks.words
  return lower.includes(joined) ? ranks.part : ranks.none
}

/** Each word typed begins a word of the name, in the same order: `cust acc` in `CustomerAccount`. */
function fitsWords(lower: string, starts: readonly number[], words: readonly string[]): boolean {
  let next = 0
  for (const word of words) {
    while (next < starts.length && !lower.startsWith(word, starts[next])) next += 1
    if (next >= starts.length) return false
    next += 1
  }
  return true
}

/** From a stretch of a text, to show what fits: `[from, to)`. */
export type Stretch = readonly [from: number, to: number]

/** Where a name fits what was typed; empty where it does not. */
export function stretchesOf(needle: Needle, typed: Typed): Stretch[] {
  const { lower, starts } = needle
  const { words, joined } = typed
  if (joined === '') return []
  if (lower.startsWith(joined)) return [[0, joined.length]]
  if (fitsWords(lower, starts, words)) return wordStretches(lower, starts, words)
  const at = lower.indexOf(joined)
  return at < 0 ? (fuzzyStretches(needle, typed) ?? []) : [[at, at + joined.length]]
}

function wordStretches(
  lower: string,
  starts: readonly number[],
  words: readonly string[],
): Stretch[] {
  let next = 0
  return words.map((word) => {
    while (!lower.startsWith(word, starts[next])) next += 1
    const from = starts[next] ?? 0
    next += 1
    return [from, from + word.length]
  })
}

const fuzzyLettersMin = 3

/**
 * All letters typed, in order, each beginning a word or following the one before: `soh` or `custac`
 * in `SalesOrderHeaders`, `CustomerAccount`. Undefined where they do not fit so.
 */
export function fuzzyStretches(
  { lower, starts }: Needle,
  { joined }: Typed,
): Stretch[] | undefined {
  if (joined.length < fuzzyLettersMin) return undefined
  const stretches: [number, number][] = []
  let next = 0
  for (let index = 0; index < joined.length; index += 1) {
    const sign = joined.charCodeAt(index)
    const last = stretches.at(-1)
    if (last && lower.charCodeAt(last[1]) === sign) {
      last[1] += 1
      continue
    }
    const from = last ? last[1] : 0
    while (next < starts.length && !isStartOf(lower, starts[next], { from, sign })) next += 1
    const start = starts[next]
    if (start === undefined) return undefined
    stretches.push([start, start + 1])
    next += 1
  }
  return stretches
}

function isStartOf(
  lower: string,
  start: number | undefined,
  { from, sign }: Readonly<{ from: number; sign: number }>,
): boolean {
  return start !== undefined && start >= from && lower.charCodeAt(start) === sign
}
