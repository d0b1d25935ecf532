import {
  ask,
  hasRows,
  type Inquiry,
  probeOf,
  type Reasoning,
} from '@/lib/catalog/why-empty/inquiry'
import { printClauses, type SplitFilter } from '@/lib/odata/filter-clauses'

/** Clauses by index. More clauses let no more rows pass, and that is all the search rests on. */
type Clauses = readonly number[]

export type Search = {
  readonly inquiry: Inquiry
  readonly filter: SplitFilter
  readonly crossCompany: boolean
  /** Sets of clauses that were seen to bring rows, and that were seen to bring none. */
  readonly withRows: Clauses[]
  readonly without: Clauses[]
}

/** What the search found; `certain` is false where the reads did not suffice. */
export type Culprits = Readonly<{
  how: 'one' | 'any' | 'all'
  clauses: Clauses
  certain: boolean
}>

/** Up to here every clause is left out in turn; of more, halves are tried. */
const eachMax = 3

/** Which clauses have to go before there are rows. */
export function* findCulprits(search: Search): Reasoning<Culprits> {
  const all = search.filter.clauses.map((_, index) => index)
  if (all.length <= eachMax) {
    const found = yield* leaveOutEach(search, all)
    if (found) return found
  }
  return yield* halve(search, all)
}

function* leaveOutEach(search: Search, all: Clauses): Reasoning<Culprits | undefined> {
  const culprits: number[] = []
  for (const index of all) {
    if (yield* test(search, without(all, index))) culprits.push(index)
  }
  if (culprits.length === 0) return undefined
  return { how: culprits.length === 1 ? 'one' : 'any', clauses: culprits, certain: true }
}

/**
 * Finds the shortest beginning of the filter that brings no rows; its last clause has to go. Then
 * the same with what is left, until there are rows.
 */
function* halve(search: Search, all: Clauses): Reasoning<Culprits> {
  const culprits: number[] = []
  let left = all
  for (;;) {
    const index = yield* lastOfShortest(search, left)
    if (index === undefined) return { how: 'all', clauses: culprits, certain: false }
    culprits.push(index)
    left = without(left, index)
    const rows = yield* test(search, left)
    if (rows === undefined) return { how: 'all', clauses: culprits, certain: false }
    if (rows)
      return { how: culprits.length === 1 ? 'one' : 'all', clauses: culprits, certain: true }
  }
}

function* lastOfShortest(search: Search, left: Clauses): Reasoning<number | undefined> {
  let [some, none] = [0, left.length]
  while (none - some > 1) {
    const middle = Math.floor((some + none) / 2)
    const rows = yield* test(search, left.slice(0, middle))
    if (rows === undefined) return undefined
    if (rows) some = middle
    else none = middle
  }
  return left[none - 1]
}

/** Whether these clauses alone bring rows; asked only where that does not follow from the rest. */
export function* test(search: Search, kept: Clauses): Reasoning<boolean | undefined> {
  if (search.withRows.some((known) => isWithin(kept, known))) return true
  if (search.without.some((known) => isWithin(known, kept))) return false
  const { inquiry, filter, crossCompany } = search
  const answer = yield* ask(
    inquiry,
    probeOf(inquiry, {
      what: wordsFor(filter, kept),
      filter: printClauses(filter, ({ text }, index) => (kept.includes(index) ? text : undefined)),
      crossCompany,
    }),
  )
  if (answer === undefined) return undefined
  const rows = hasRows(answer)
  if (rows) search.withRows.push(kept)
  else search.without.push(kept)
  return rows
}

function wordsFor({ clauses }: SplitFilter, kept: Clauses): string {
  const dropped = clauses.flatMap(({ text }, index) => (kept.includes(index) ? [] : [short(text)]))
  if (kept.length === 1 && dropped.length > 1) {
    return `Only ${short(clauses[kept[0] ?? 0]?.text ?? '')}`
  }
  return dropped.length <= 2
    ? `Without ${dropped.join(' and ')}`
    : `With ${kept.length} of the ${clauses.length} clauses`
}

const shortMax = 60

function short(text: string): string {
  return text.length > shortMax ? `${text.slice(0, shortMax - 1)}…` : text
}

function without(all: Clauses, index: number): Clauses {
  return all.filter((other) => other !== index)
}

function isWithin(some: Clauses, of: Clauses): boolean {
  return some.every((index) => of.includes(index))
}
