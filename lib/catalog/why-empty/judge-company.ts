import { companiesOf, companyClauses, mentionsCompany } from '@/lib/catalog/why-empty/companies-of'
import {
  ask,
  hasRows,
  type Inquiry,
  probeOf,
  type Reasoning,
  textOf,
  textsOf,
} from '@/lib/catalog/why-empty/inquiry'
import { printOptions } from '@/lib/catalog/why-empty/options'
import { correct, listed, toVerdict } from '@/lib/catalog/why-empty/verdict'
import type { EmptyVerdict } from '@/lib/contract/why-empty'
import { printClauses } from '@/lib/odata/filter-clauses'

const field = 'dataAreaId'
const sampleRows = 200

/**
 * Whether the rows are in a company that was not read: F&O reads the default company of the mapped
 * user and no other, unless `cross-company=true` is set.
 *
 * @see https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/odata
 */
export function* judgeCompany(inquiry: Inquiry): Reasoning<EmptyVerdict | undefined> {
  const { question, row } = inquiry
  if (row === null || !Object.hasOwn(row, field) || question.crossCompany) return undefined
  yield* lookAtDefault(inquiry)
  const byOption = yield* judgeOption(inquiry)
  if (byOption) return byOption

  const filter = question.filter?.text ?? ''
  const answer = yield* ask(
    inquiry,
    probeOf(inquiry, {
      what: 'The same filter in every company',
      filter,
      crossCompany: true,
      select: [field],
      top: sampleRows,
    }),
  )
  if (!hasRows(answer)) return undefined
  const companies = textsOf(answer, field)
  if (companies.length === 1 && answer?.rows.length === sampleRows) {
    companies.push(...(yield* lookBeyond(inquiry, companies[0] ?? '')))
  }
  return question.filter && mentionsCompany(question.filter)
    ? notCrossed(inquiry, companies)
    : elsewhere(inquiry, companies)
}

/** Which company is the default one, and whether it has rows; without a filter that is known. */
function* lookAtDefault(inquiry: Inquiry): Reasoning<void> {
  if (inquiry.question.filter === null) return
  const answer = yield* ask(
    inquiry,
    probeOf(inquiry, {
      what: 'Without the filter, in the default company alone',
      filter: '',
      crossCompany: false,
      select: [field],
    }),
  )
  inquiry.defaultHasRows = hasRows(answer)
  inquiry.defaultCompany = textOf(answer?.rows[0], field)
}

function* judgeOption(inquiry: Inquiry): Reasoning<EmptyVerdict | undefined> {
  const { question } = inquiry
  const option = question.companyOption
  if (!option) return undefined
  const demand =
    option.company === null ? '' : `${field} eq '${option.company.replaceAll("'", "''")}'`
  const own = question.filter
    ? printClauses(question.filter, asConjunct(question.filter.clauses.length))
    : ''
  const filter = [demand, own].filter(Boolean).join(' and ')
  const answer = yield* ask(
    inquiry,
    probeOf(inquiry, {
      what: `In place of ${option.name}: ${printOptions([{ name: 'cross-company', value: 'true' }])}${demand && ` and ${demand}`}`,
      filter,
      crossCompany: true,
    }),
  )
  if (!hasRows(answer)) return undefined
  const meant = option.company ?? 'every company'
  return toVerdict({
    reason: 'company_option',
    confidence: 'certain',
    title: `${option.name} does not choose a company here`,
    sentence: `OData in F&O has no option ${option.name}, so ${defaultOf(inquiry)} was read. Asked for ${meant} in the way that it knows, rows come.`,
    companies: option.company === null ? [] : [option.company],
    whatToDo: [
      option.company === null
        ? 'Write cross-company=true, with the hyphen and in small letters.'
        : `Write cross-company=true, and ${demand} in $filter.`,
      `Leave ${option.name} out.`,
    ],
    corrected: correct(question, {
      change: 'Names the company as OData does',
      filter,
      crossCompany: true,
      without: [option.name],
    }),
  })
}

/** A lone clause may be an `or`, which needs parentheses beside an `and`. */
function asConjunct(count: number) {
  return ({ text }: { text: string }) => (count === 1 ? `(${text})` : text)
}

function* lookBeyond(inquiry: Inquiry, company: string): Reasoning<string[]> {
  const other = `${field} ne '${company.replaceAll("'", "''")}'`
  const filter = inquiry.question.filter
  const own = filter ? printClauses(filter, asConjunct(filter.clauses.length)) : ''
  const answer = yield* ask(
    inquiry,
    probeOf(inquiry, {
      what: `The same, in companies other than ${company}`,
      filter: own === '' ? other : `${own} and ${other}`,
      crossCompany: true,
      select: [field],
      top: sampleRows,
      optional: true,
    }),
  )
  return textsOf(answer, field)
}

function notCrossed(inquiry: Inquiry, companies: readonly string[]): EmptyVerdict {
  const { question } = inquiry
  const filter = question.filter
  const blamed = filter ? companyClauses(filter) : []
  const asked = blamed.flatMap((index) => {
    const clause = filter?.clauses[index]
    return (clause && companiesOf(clause.expression)) ?? []
  })
  const meant = asked.length > 0 ? listed(asked, 'or') : 'other companies'
  return toVerdict({
    reason: 'company_not_crossed',
    confidence: 'certain',
    title: 'The filter names a company, but only the default one is read',
    sentence: `Without cross-company=true F&O reads ${defaultOf(inquiry)} and nothing else; the filter asks that company for rows of ${meant}. With it, rows of ${listed(companies)} come.`,
    clauses: blamed.flatMap((index) => filter?.clauses[index] ?? []),
    companies: [...companies],
    whatToDo: [
      'Set cross-company=true whenever the filter names a company.',
      'Keep dataAreaId in the filter, so that no other company comes along.',
    ],
    corrected: correct(question, { change: 'Adds cross-company=true', crossCompany: true }),
  })
}

function elsewhere(inquiry: Inquiry, companies: readonly string[]): EmptyVerdict {
  const { question } = inquiry
  const [first = 'usmf'] = companies
  return toVerdict({
    reason: 'default_company',
    confidence: 'certain',
    title: 'The rows are in another company than the one that is read',
    sentence: `Only ${defaultOf(inquiry)} was read, and nothing in it fits. ${listed(companies)} ${companies.length === 1 ? 'has' : 'have'} rows that do.`,
    companies: [...companies],
    whatToDo: [
      'Add cross-company=true to read every company that the user may see.',
      `To keep to one, also add its company to the filter: dataAreaId eq '${first}'.`,
      'Or change the default company of the mapped user, where the integration only ever needs one.',
    ],
    corrected: correct(question, { change: 'Adds cross-company=true', crossCompany: true }),
  })
}

function defaultOf({ defaultCompany }: Inquiry): string {
  return defaultCompany === undefined
    ? 'the default company of the mapped user'
    : `the default company, ${defaultCompany},`
}
