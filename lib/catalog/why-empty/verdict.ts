import {
  type Options,
  printOptions,
  withFilter,
  withOption,
  withoutOptions,
} from '@/lib/catalog/why-empty/options'
import type { Question } from '@/lib/catalog/why-empty/question'
import type { EmptyVerdict, FilterSpan } from '@/lib/contract/why-empty'
import type { Clause } from '@/lib/odata/filter-clauses'

type Found = Pick<EmptyVerdict, 'reason' | 'confidence' | 'title' | 'sentence' | 'whatToDo'> &
  Partial<Omit<EmptyVerdict, 'clauses'>> &
  Readonly<{ clauses?: readonly Clause[] }>

/** A verdict, with what it leaves out empty. */
export function toVerdict(found: Found): EmptyVerdict {
  const { clauses = [], companies = [], corrected = null, ...rest } = found
  return { ...rest, clauses: clauses.map(toSpan), companies, corrected }
}

export function toSpan({ from, to, text }: Clause): FilterSpan {
  return { from, to, text }
}

export type Change = Readonly<{
  /** What is changed, for the button and the reader. */
  change: string
  filter?: string
  crossCompany?: true
  without?: readonly string[]
}>

const rowsOffered = '50'

/**
 * The options of the question with a change that was seen to bring rows. Where it begins within
 * the rows is no longer right for them, so that goes too.
 */
export function correct(
  { options, top }: Question,
  { change, filter, crossCompany, without = [] }: Change,
): NonNullable<EmptyVerdict['corrected']> {
  let next: Options = withoutOptions(options, '$skip', '$skiptoken', ...without)
  if (filter !== undefined) next = withFilter(next, filter)
  if (crossCompany) next = withOption(next, 'cross-company', 'true')
  if (top === 0) next = withOption(next, '$top', rowsOffered)
  return { options: printOptions(next), change }
}

const listedMax = 8
const quotedMax = 90

/** `usmf, usrt and demf`; the last ones are counted where there are many. */
export function listed(names: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const shown = names.slice(0, listedMax)
  const more = names.length - shown.length
  if (more > 0) return `${shown.join(', ')} and ${more} more`
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} ${joint} ${last}`
}

/** A clause within a sentence, cut where it is long. */
export function quotedClause({ text }: Pick<Clause, 'text'>): string {
  return `“${text.length > quotedMax ? `${text.slice(0, quotedMax - 1)}…` : text}”`
}
