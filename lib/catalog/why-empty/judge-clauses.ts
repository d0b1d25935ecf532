import {
  type Culprits,
  findCulprits,
  type Search,
  test,
} from '@/lib/catalog/why-empty/clause-search'
import { companyClauses, mentionsCompany } from '@/lib/catalog/why-empty/companies-of'
import { explainClause } from '@/lib/catalog/why-empty/explain-clause'
import type { Inquiry, Reasoning } from '@/lib/catalog/why-empty/inquiry'
import { judgeNamedCompany } from '@/lib/catalog/why-empty/judge-named-company'
import { correct, listed, quotedClause, toVerdict } from '@/lib/catalog/why-empty/verdict'
import type { EmptyVerdict } from '@/lib/contract/why-empty'
import { type Clause, printClauses, type SplitFilter } from '@/lib/odata/filter-clauses'

/** Which clause of the filter lets no row pass. */
export function* judgeClauses(inquiry: Inquiry): Reasoning<EmptyVerdict> {
  const { filter } = inquiry.question
  if (!filter) return notFound(inquiry, [])
  const search = newSearch(inquiry, filter)
  const companies = companyClauses(filter)
  if (companies.length > 0 && (yield* test(search, companies)) === false) {
    return yield* judgeNamedCompany(search, companies)
  }
  const culprits = yield* findCulprits(search)
  const clauses = culprits.clauses.flatMap((index) => filter.clauses[index] ?? [])
  if (!culprits.certain) return notFound(inquiry, clauses)
  const [only, ...more] = clauses
  if (only && more.length === 0) return yield* explainClause(search, culprits.clauses[0] ?? 0)
  return culprits.how === 'any' ? exclude(search, culprits) : several(search, culprits)
}

/**
 * Where the filter names a company, or the default one is empty anyway, it is searched in every
 * company; else in what was asked for.
 */
function newSearch(inquiry: Inquiry, filter: SplitFilter): Search {
  const { question, row, defaultHasRows } = inquiry
  const isShared = row !== null && !Object.hasOwn(row, 'dataAreaId')
  const crossCompany =
    question.crossCompany || (!isShared && (mentionsCompany(filter) || !defaultHasRows))
  const all = filter.clauses.map((_, index) => index)
  return { inquiry, filter, crossCompany, withRows: [[]], without: [all] }
}

/** The options with only some of the clauses, as the search tested them. */
function correctedWithout(search: Search, dropped: readonly number[], change: string) {
  const { inquiry, filter, crossCompany } = search
  return correct(inquiry.question, {
    change,
    filter: printClauses(filter, ({ text }, index) => (dropped.includes(index) ? undefined : text)),
    ...(crossCompany && { crossCompany }),
  })
}

function exclude(search: Search, { clauses }: Culprits): EmptyVerdict {
  const blamed = clauses.flatMap((index) => search.filter.clauses[index] ?? [])
  const names = blamed.map(quotedClause)
  return toVerdict({
    reason: 'clauses_exclude',
    confidence: 'certain',
    title: 'Clauses of the filter exclude each other',
    sentence: `There are rows without ${listed(names, 'or')}, but none that meets ${names.length === 2 ? 'both' : 'all of them'}.`,
    clauses: blamed,
    whatToDo: [
      'Leave one of them out, or change it so that the others can hold as well.',
      'Look for a range whose end is before its beginning, and for “and” where “or” is meant.',
    ],
    corrected: correctedWithout(search, clauses.slice(-1), 'Leaves the last of them out'),
  })
}

function several(search: Search, { clauses }: Culprits): EmptyVerdict {
  const ordered = [...clauses].sort((one, other) => one - other)
  const blamed = ordered.flatMap((index) => search.filter.clauses[index] ?? [])
  return toVerdict({
    reason: 'clauses_several',
    confidence: 'certain',
    title: `${blamed.length} clauses have to go before there are rows`,
    sentence: `Leaving out one is not enough. Without ${listed(blamed.map(quotedClause))} there are rows.`,
    clauses: blamed,
    whatToDo: ['Check the value of each marked clause, one after the other.'],
    corrected: correctedWithout(search, ordered, 'Leaves them out'),
  })
}

function notFound(inquiry: Inquiry, clauses: readonly Clause[]): EmptyVerdict {
  const spent = inquiry.readsLeft === 0
  return toVerdict({
    reason: 'not_found',
    confidence: 'possible',
    title: 'No single cause was found',
    sentence: spent
      ? `The reads that one inquiry may make are used up. ${clauses.length > 0 ? 'The marked clauses bring no rows together with those before them; what else is to blame was not tested.' : 'The filter as a whole brings no rows.'}`
      : 'There are rows of this set, and what was tried does not tell why these options bring none.',
    clauses: [...clauses].sort((one, other) => one.from - other.from),
    whatToDo: [
      clauses.length > 0
        ? 'Take the marked clauses out and ask again about what is left.'
        : 'Leave the options out one by one until rows come: the last one is it.',
    ],
  })
}
