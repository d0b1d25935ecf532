/** A name made ready for matching. */
export type Needle = Readonly<{
  lower: string
  /** Where words begin: `CustomerAccount` -> 0, 8; `ACOCostType_BR` -> 0, 3, 7, 12. */
  starts: readonly number[]
}>

const upper = /[A-Z]/
const lowerOrDigit = /[a-z0-9]/
const letter = /[A-Za-z0-9]/

/** Finds where the words of a name or of a label begin. */
export function toNeedle(text: string): Needle {
  const starts: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    if (isWordStart(text, index)) starts.push(index)
  }
  return { lower: text.toLowerCase(), starts }
}

function isWordStart(text: string, index: number): boolean {
  const here = text.charAt(index)
  if (!letter.test(here)) return false
  const before = text.charAt(index - 1)
  if (before === '' || !letter.test(before)) return true
  if (!upper.test(here)) return /\d/.test(here) !== /\d/.test(before) && /\d/.test(here)
  // The last capital of a run begins the next word: `ACOCost` is `ACO` and `Cost`.
  return lowerOrDigit.test(before) || /[a-z]/.test(text.charAt(index + 1))
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

/** From a stretch of a text, to tell what matched: `[from, to)`. */
export type Stretch = readonly [from: number, to: number]

export type Match = Readonly<{ rank: number; stretches: readonly Stretch[] }>

/** Exact is better than a beginning, a beginning than words, words than a part, a part than a hint. */
export const ranks = { exact: 5, prefix: 4, words: 3, part: 2, fuzzy: 1 } as const

/** How well a name fits what was typed; undefined where it does not. */
export function match({ lower, starts }: Needle, { words, joined }: Typed): Match | undefined {
  if (joined === '') return undefined
  if (lower === joined) return { rank: ranks.exact, stretches: [[0, lower.length]] }
  if (lower.startsWith(joined)) return { rank: ranks.prefix, stretches: [[0, joined.length]] }
  const inWords = matchWords(lower, starts, words)
  if (inWords) return { rank: ranks.words, stretches: inWords }
  const at = lower.indexOf(joined)
  if (at >= 0) return { rank: ranks.part, stretches: [[at, at + joined.length]] }
  return undefined
}

/** Each word typed begins a word of the name, in the same order: `cust acc` in `CustomerAccount`. */
function matchWords(
  lower: string,
  starts: readonly number[],
  words: readonly string[],
): Stretch[] | undefined {
  const stretches: Stretch[] = []
  let next = 0
  for (const word of words) {
    while (next < starts.length && !lower.startsWith(word, starts[next])) next += 1
    const from = starts[next]
    if (from === undefined) return undefined
    stretches.push([from, from + word.length])
    next += 1
  }
  return stretches
}

const fuzzyLettersMin = 3

/**
 * All letters typed, in order, each beginning a word or following the one before: `ca` or `custac`
 * in `CustomerAccount`. Costlier than {@link match}, so it is asked only where that found little.
 */
export function matchFuzzy({ lower, starts }: Needle, { joined }: Typed): Match | undefined {
  if (joined.length < fuzzyLettersMin) return undefined
  const isStart = new Set(starts)
  const stretches: [number, number][] = []
  let at = 0
  for (const sign of joined) {
    const last = stretches.at(-1)
    if (last && lower.charAt(last[1]) === sign) {
      last[1] += 1
      at = last[1]
      continue
    }
    while (at < lower.length && !(isStart.has(at) && lower.charAt(at) === sign)) at += 1
    if (at >= lower.length) return undefined
    stretches.push([at, at + 1])
    at += 1
  }
  return { rank: ranks.fuzzy, stretches }
}
