import { checkFilter } from '@/lib/odata/query/check-filter'
import { checkKey } from '@/lib/odata/query/check-key'
import { checkOrderBy, checkSelect } from '@/lib/odata/query/check-lists'
import { companyField, companyOf } from '@/lib/odata/query/company'
import { type EntityShape, relationOf } from '@/lib/odata/query/entity-shape'
import { readOrTell } from '@/lib/odata/query/explain-syntax'
import { nearestNames } from '@/lib/odata/query/nearest-names'
import { parseQuery } from '@/lib/odata/query/parse-query'
import {
  meant,
  type QueryProblem,
  type Reporter,
  tell,
  within,
} from '@/lib/odata/query/query-problem'
import { readQueryText } from '@/lib/odata/query/query-text'
import { parseExpand } from '@/lib/odata/select-expand'
import { closingOf, splitOutside } from '@/lib/odata/split'

/** What the catalog says; `entitySet` is null where it was not read, `related` may lack any. */
export type CatalogView = Readonly<{
  entitySet: EntityShape | null
  related: ReadonlyMap<string, EntityShape>
}>

/**
 * What F&O would refuse or misread in a query, in reading order, before it is sent: syntax, what it
 * does not support (with what to write instead), and, as far as the catalog is known, names, types
 * and enum members.
 */
export function checkQuery(text: string, catalog: CatalogView): QueryProblem[] {
  const problems: QueryProblem[] = []
  const report = (problem: QueryProblem) => problems.push(problem)
  const { key, options } = readQueryText(text)
  if (key) checkKey({ spanOf: key.spanOf, report }, key.text, catalog.entitySet)
  const seen = new Set<string>()
  for (const option of options) {
    const named: Reporter = { report, spanOf: () => option.nameSpan }
    if (seen.has(option.name)) {
      const message = `${option.name} stands twice; give it once.`
      tell(named, { code: 'option_repeated', from: 0, to: 0, message })
      continue
    }
    seen.add(option.name)
    const valued: Reporter = { report, spanOf: option.spanOf }
    checkOption({ named, valued, catalog, nested: false }, option.name, option.value)
  }
  checkCompany(report, text)
  return problems.sort((left, right) => left.from - right.from)
}

type Place = Readonly<{ named: Reporter; valued: Reporter; catalog: CatalogView; nested: boolean }>

function checkOption(place: Place, name: string, value: string | null): void {
  const { named, catalog, valued, nested } = place
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined
  if (!check || (nested && name === 'cross-company')) {
    tellOfOption(named, name)
    return
  }
  if (value === null || value === '') {
    const message = `${name} has no value yet.`
    tell(named, { code: 'option_empty', from: 0, to: 0, message, severity: 'warning' })
    return
  }
  if (nested && name === '$expand') {
    const message = 'F&O expands one level only. Read the related entity set instead.'
    tell(named, { code: 'expand_too_deep', from: 0, to: 0, message })
    return
  }
  check(valued, value, catalog)
}

type Check = (reporter: Reporter, value: string, catalog: CatalogView) => void

const checks: Readonly<Record<string, Check>> = {
  $filter: (reporter, value, { entitySet }) => checkFilter(reporter, value, entitySet),
  $select: (reporter, value, { entitySet }) => checkSelect(reporter, value, entitySet),
  $orderby: (reporter, value, { entitySet }) => checkOrderBy(reporter, value, entitySet),
  $expand: checkExpand,
  $top: checkNumber,
  $skip: checkNumber,
  $count: checkTruth,
  'cross-company': (reporter, value) => checkTruth(reporter, value.toLowerCase()),
  $skiptoken: () => undefined,
  $format: () => undefined,
}

function checkNumber(reporter: Reporter, value: string): void {
  if (/^\d+$/.test(value) && Number.isSafeInteger(Number(value))) return
  const message = `“${value}” is no whole number.`
  tell(reporter, { code: 'option_malformed', from: 0, to: value.length, message })
}

function checkTruth(reporter: Reporter, value: string): void {
  if (value === 'true' || value === 'false') return
  const fixes = ['true', 'false'].map((text) => ({ label: text, text }))
  const message = 'This is either true or false.'
  tell(reporter, { code: 'option_malformed', from: 0, to: value.length, message, fixes })
}

const foreign: Readonly<Record<string, string>> = {
  $search: "F&O does not support $search. A wildcard finds parts of a text: Name eq '*retail*'.",
  $apply: 'F&O does not support $apply. Add up what comes back, or read an aggregating entity.',
  $compute: 'F&O does not support $compute. Work it out of what comes back.',
}

function tellOfOption(named: Reporter, name: string): void {
  const known = Object.keys(checks)
  const dollar = known.find((option) => option === `$${name.toLowerCase()}`)
  const near = dollar ? [dollar] : nearestNames(name, known)
  const asks = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
  const isSystem = name.startsWith('$')
  const ignored = isSystem ? `${name} is no option of F&O.` : `F&O takes no notice of ${name}.`
  tell(named, {
    code: 'unknown_option',
    from: 0,
    to: 0,
    severity: isSystem ? 'error' : 'warning',
    message: foreign[name] ?? ignored + asks,
    fixes: foreign[name] === undefined ? near.map((text) => ({ label: text, text })) : [],
  })
}

function checkExpand(reporter: Reporter, value: string, catalog: CatalogView): void {
  if (!readOrTell(reporter, () => parseExpand(value))) return
  for (const [piece, at] of splitOutside(value, ',')) {
    const open = piece.indexOf('(')
    const head = open === -1 ? piece : piece.slice(0, open)
    const relation = head.trim()
    const from = at + head.length - head.trimStart().length
    checkRelation(reporter, { relation, from, to: from + relation.length }, catalog)
    if (open === -1) continue
    const target = catalog.entitySet && relationOf(catalog.entitySet, relation)?.targetSet
    const related = catalog.related.get(target ?? '') ?? null
    const inner = piece.slice(open + 1, closingOf(piece, open))
    checkNested(within(reporter, at + open + 1), inner, { ...catalog, entitySet: related })
  }
}

function checkNested(reporter: Reporter, inner: string, catalog: CatalogView): void {
  for (const [piece, at] of splitOutside(inner, ';')) {
    const equals = piece.indexOf('=')
    const name = piece.slice(0, equals).trim()
    const from = at + piece.length - piece.trimStart().length
    const value = piece.slice(equals + 1)
    const valueFrom = at + equals + 1 + value.length - value.trimStart().length
    const named: Reporter = {
      report: reporter.report,
      spanOf: () => reporter.spanOf(from, from + name.length),
    }
    const valued = within(reporter, valueFrom)
    checkOption({ named, valued, catalog, nested: true }, name, value.trim())
  }
}

type Word = Readonly<{ relation: string; from: number; to: number }>

function checkRelation(reporter: Reporter, word: Word, { entitySet }: CatalogView): void {
  const { relation, from, to } = word
  if (relation.includes('/')) {
    const message = 'F&O expands one level only. Read the related entity set instead.'
    tell(reporter, { code: 'expand_too_deep', from, to, message })
    return
  }
  if (!entitySet || relation === '*' || relationOf(entitySet, relation)) return
  const { words, fixes } = meant(
    relation,
    entitySet.relations.map(({ name }) => name),
  )
  const isField = entitySet.fields.some(({ name }) => name === relation)
  const none = entitySet.relations.length === 0 ? ' It has none.' : words
  const message = isField
    ? `${relation} is a field, not a relation: it belongs into $select.`
    : `${entitySet.name} has no relation ${relation}.${none}`
  tell(reporter, { code: 'unknown_relation', from, to, message, fixes })
}

/** Without `cross-company` the filter's company is looked for in the default company only. */
function checkCompany(report: (problem: QueryProblem) => void, text: string): void {
  const query = parseQuery('', text)
  const company = companyOf(query)
  if (company === null || query.crossCompany === true) return
  const filter = readQueryText(text).options.find(({ name }) => name === '$filter')
  const at = filter?.value?.indexOf(companyField) ?? -1
  if (!filter || at === -1) return
  tell(
    { report, spanOf: filter.spanOf },
    {
      code: 'needs_cross_company',
      severity: 'warning',
      from: at,
      to: at + companyField.length,
      message: `Without cross-company=true only the user’s default company is read; rows of ${company} come only if that is it.`,
    },
  )
}
