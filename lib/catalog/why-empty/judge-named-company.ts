import type { Search } from '@/lib/catalog/why-empty/clause-search'
import type { Words } from '@/lib/catalog/why-empty/clause-words'
import { companiesOf } from '@/lib/catalog/why-empty/companies-of'
import {
  ask,
  hasRows,
  type Inquiry,
  probeOf,
  type Reasoning,
  textsOf,
} from '@/lib/catalog/why-empty/inquiry'
import { correct, listed, toVerdict } from '@/lib/catalog/why-empty/verdict'
import type { EmptyVerdict } from '@/lib/contract/why-empty'
import { nearestNames } from '@/lib/diagnosis/nearest'
import { printClauses } from '@/lib/odata/filter-clauses'

const companiesMax = 1000

/** The companies that the filter demands have no rows: they do not exist, or hold none. */
export function* judgeNamedCompany(
  search: Search,
  indexes: readonly number[],
): Reasoning<EmptyVerdict> {
  const clauses = indexes.flatMap((index) => search.filter.clauses[index] ?? [])
  const companies = [...new Set(clauses.flatMap((clause) => companiesOf(clause.expression) ?? []))]
  const blame = { clauses, companies }
  if (clauses.length > 1) return toVerdict({ ...blame, ...notBoth(companies) })

  const known = yield* listCompanies(search.inquiry)
  const unknown = companies.filter((name) => known && !known.some((id) => isSame(id, name)))
  if (!known || unknown.length === 0) {
    return toVerdict({ ...blame, ...withoutRows(search.inquiry, companies, known !== undefined) })
  }
  const near = [...new Set(unknown.flatMap((name) => nearestNames(name.trim(), known)))]
  const corrected = yield* tryCompany(search, indexes[0] ?? 0, near[0])
  return toVerdict({ ...blame, ...notThere({ unknown, near, known }), corrected })
}

/** Ids of all companies; undefined where they may not be read, or are too many to have them all. */
function* listCompanies(inquiry: Inquiry): Reasoning<string[] | undefined> {
  const answer = yield* ask(inquiry, {
    what: 'Which companies there are',
    entitySet: 'LegalEntities',
    options: [
      { name: 'cross-company', value: 'true' },
      { name: '$select', value: 'LegalEntityId' },
      { name: '$top', value: String(companiesMax) },
    ],
    metadata: 'minimal',
    optional: true,
  })
  const ids = textsOf(answer, 'LegalEntityId')
  return ids.length > 0 && ids.length < companiesMax ? ids : undefined
}

/** Companies compare as all texts of F&O do: in any case. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function* tryCompany(search: Search, index: number, company: string | undefined) {
  if (company === undefined) return null
  const { inquiry, filter } = search
  const clause = `dataAreaId eq '${company}'`
  const text = printClauses(filter, (kept, at) => (at === index ? clause : kept.text))
  const probe = probeOf(inquiry, {
    what: `With the company ${company} in its place`,
    filter: text,
    crossCompany: true,
    optional: true,
  })
  if (!hasRows(yield* ask(inquiry, probe))) return null
  const change = `Asks for ${company} instead`
  return correct(inquiry.question, { change, filter: text, crossCompany: true })
}

function notBoth(companies: readonly string[]): Words {
  return {
    reason: 'clauses_exclude',
    confidence: 'certain',
    title: 'A row belongs to one company only',
    sentence: `The filter demands ${listed(companies)} of the same row.`,
    whatToDo: ['Join the companies by “or”, in parentheses.'],
  }
}

function withoutRows(
  { question }: Inquiry,
  companies: readonly string[],
  areKnown: boolean,
): Words {
  const [subject, verb] = [listed(companies, 'or'), companies.length === 1 ? 'is' : 'are']
  const known = areKnown
    ? `${listed(companies)} ${verb} among the companies`
    : 'Whether such a company exists cannot be read by this user'
  return {
    reason: 'company_empty',
    confidence: 'likely',
    title: `${question.entitySet} shows no rows of ${subject}`,
    sentence: `Every other clause left out, and asked across companies, no row of ${subject} comes, while other companies have some. ${known}. Either there is nothing in it, or the roles of the mapped user do not reach into it.`,
    whatToDo: [
      'Look in Finance & Operations, in that company, whether the data is there.',
      'Check in the roles of the mapped user for which organizations they are assigned.',
      ...(areKnown ? [] : ['Check the spelling of the company.']),
    ],
  }
}

type Naming = Readonly<{
  unknown: readonly string[]
  near: readonly string[]
  known: readonly string[]
}>

function notThere({ unknown, near, known }: Naming): Words {
  const hint =
    near.length > 0 ? `Names that are like it: ${listed(near)}.` : `There are: ${listed(known)}.`
  return {
    reason: 'company_unknown',
    confidence: 'certain',
    title: `This user sees no company ${listed(unknown, 'or')}`,
    sentence: `${listed(unknown)} ${unknown.length === 1 ? 'is' : 'are'} not among the ${known.length} companies that this user sees. ${hint}`,
    whatToDo: ['Write the company’s id as Legal entities lists it, not its name.', hint],
  }
}
