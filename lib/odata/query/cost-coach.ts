import { companyField } from '@/lib/odata/query/company'
import type { EntityShape } from '@/lib/odata/query/entity-shape'
import type { Condition, FilterNode, OneOf } from '@/lib/odata/query/filter-tree'
import type { Query } from '@/lib/odata/query/query'

export type AdviceCode =
  | 'no_filter'
  | 'data_package'
  | 'wide_rows'
  | 'cross_company_scan'
  | 'expanded_rows'
  | 'order_without_key'
  | 'deep_skip'
  | 'leading_wildcard'
  | 'count_all'

/** What a query will cost and how it costs less. */
export type Advice = Readonly<{
  code: AdviceCode
  /** A `note` costs something, a `caution` is felt, `costly` should not be sent as it is. */
  severity: 'note' | 'caution' | 'costly'
  message: string
  todo: string
  /** The query with that done, where it can be done without asking. */
  instead: Query | null
}>

/** What is known of the entity set beside the query. */
export type CostFacts = Readonly<{
  entity: EntityShape | null
  /** How many rows the query has, where somebody counted. */
  rows: number | null
}>

export type CostReport = Readonly<{
  advice: readonly Advice[]
  /** What would change the advice and cannot be known from here. */
  unknown: readonly string[]
}>

/** F&O's own limit of a page. */
const pageRows = 10_000
/** From here on a data package (DMF) serves better than OData; our own measure, not Microsoft's. */
const packageRows = 100_000
/** So few rows are read fast, whatever else is asked for. */
const fewRows = 1_000
const wideFields = 100
const deepSkip = 10_000

type Weighing = Readonly<{ query: Query; facts: CostFacts; conditions: readonly FilterNode[] }>

/** Looks at a query before it is sent: what makes it slow or large, worst first. */
export function coachCost(query: Query, facts: CostFacts): CostReport {
  const { filter } = query
  const isOr = filter.join === 'or' && filter.items.length > 1
  const weighing = { query, facts, conditions: isOr ? [filter] : filter.items }
  const order = { costly: 0, caution: 1, note: 2 } as const
  const rules = query.key ? [wideRows, expandedRows] : all
  const advice = rules
    .flatMap((rule) => rule(weighing) ?? [])
    .sort((left, right) => order[left.severity] - order[right.severity])
  return { advice, unknown: unknownTo(weighing) }
}

type Rule = (weighing: Weighing) => Advice | undefined

/** Whether the answer is small because the query says so. */
function isShort({ top }: Query): boolean {
  return top !== null && top <= fewRows
}

const count = (value: number) => value.toLocaleString('en')

const noFilter: Rule = ({ query, facts: { rows }, conditions }) => {
  if (conditions.length > 0 || isShort(query)) return undefined
  if (rows !== null && rows <= pageRows) return undefined
  const known = rows === null ? 'nobody counted how many' : `${count(rows)} of them`
  return {
    code: 'no_filter',
    severity: rows === null ? 'caution' : 'costly',
    message: `Every row is read: ${known}.`,
    todo: 'Filter by a field of the key or by a date, or ask for the first rows with $top.',
    instead: { ...query, top: 100 },
  }
}

const dataPackage: Rule = ({ query: { top }, facts: { rows } }) => {
  const wanted = Math.min(top ?? Number.POSITIVE_INFINITY, rows ?? top ?? 0)
  if (wanted <= packageRows) return undefined
  return {
    code: 'data_package',
    severity: 'costly',
    message: `${count(wanted)} rows are ${count(Math.ceil(wanted / pageRows))} pages at the least, one after the other.`,
    todo: 'Microsoft points to data packages for such volumes: export once with DMF, then read what changed.',
    instead: null,
  }
}

const wideRows: Rule = ({ query, facts: { entity }, conditions }) => {
  const width = entity?.fields.length ?? 0
  if (!entity || query.select.length > 0 || width < wideFields) return undefined
  const used = [...conditions.flatMap(fieldsIn), ...query.orderBy.flatMap(orderedField)]
  const select = [...new Set([...entity.key, ...used])]
  return {
    code: 'wide_rows',
    severity: query.key || isShort(query) ? 'note' : 'caution',
    message: `Each row comes with all ${count(width)} columns.`,
    todo: 'Name the columns that you need in $select.',
    instead: { ...query, select },
  }
}

const crossCompanyScan: Rule = ({ query, facts: { entity }, conditions }) => {
  if (query.crossCompany !== true) return undefined
  const keys = entity?.key ?? [companyField]
  if (conditions.flatMap(narrowedBy).some((field) => keys.includes(field))) return undefined
  return {
    code: 'cross_company_scan',
    severity: isShort(query) ? 'note' : 'caution',
    message: 'All companies are searched, and no part of the key narrows it.',
    todo: `Name the companies (${companyField} eq 'usmf') or another part of the key.`,
    instead: null,
  }
}

const expandedRows: Rule = ({ query, facts: { entity } }) => {
  if (query.expand.length === 0) return undefined
  const many = query.expand.filter(({ relation, top }) => {
    const known = entity?.relations.find(({ name }) => name === relation)
    return top === null && known?.isCollection !== false
  })
  const isLarge = query.key === null && !isShort(query) && many.length > 0
  const names = query.expand.map(({ relation }) => relation).join(', ')
  const bare = query.expand.filter(({ select }) => select.length === 0)
  return {
    code: 'expanded_rows',
    severity: isLarge ? 'caution' : 'note',
    message: `Each row brings its ${names} along, one level deep; every expanded row counts.`,
    todo:
      bare.length > 0
        ? 'Give each relation its own $select, or read the related entity set by itself.'
        : 'Where there are many, read the related entity set by itself and join.',
    instead: null,
  }
}

const orderWithoutKey: Rule = ({ query, facts: { entity }, conditions }) => {
  const [first] = query.orderBy
  if (!entity || !first) return undefined
  const field = first.kind === 'field' ? first.field : first.text
  if (entity.key.includes(field)) return undefined
  return {
    code: 'order_without_key',
    severity: conditions.length === 0 ? 'caution' : 'note',
    message: `${field} is no part of the key: all rows that match may be sorted before the first one comes.`,
    todo: 'Order by the key, or filter down to few rows first.',
    instead: { ...query, orderBy: [] },
  }
}

const deepSkipping: Rule = ({ query: { skip }, facts: { entity } }) => {
  if (skip === null || skip < deepSkip) return undefined
  const key = entity?.key.find((name) => name !== companyField) ?? 'the key'
  return {
    code: 'deep_skip',
    severity: 'caution',
    message: `${count(skip)} rows are found and thrown away first, on every page anew.`,
    todo: `Follow the next link, or go on from the last row: ${key} gt its value, in the order of the key.`,
    instead: null,
  }
}

const leadingWildcard: Rule = ({ query, conditions }) => {
  const found = conditions.flatMap(leavesOf).find((node) => {
    return node.kind === 'condition' && /^(?:contains|ends|lacks)$/.test(node.operator)
  })
  if (!found) return undefined
  return {
    code: 'leading_wildcard',
    severity: conditions.length > 1 || isShort(query) ? 'note' : 'caution',
    message: `A wildcard at the beginning of ${found.field} has every row compared: no index helps.`,
    todo: 'Use “begins with” where you can, or add a condition on the key.',
    instead: null,
  }
}

const countAll: Rule = ({ query, conditions }) => {
  if (query.count !== true || conditions.length > 0) return undefined
  return {
    code: 'count_all',
    severity: 'note',
    message: '$count without a filter counts every row of the entity set.',
    todo: 'Leave it out once you know the number.',
    instead: { ...query, count: null },
  }
}

const all: readonly Rule[] = [
  noFilter,
  dataPackage,
  wideRows,
  crossCompanyScan,
  expandedRows,
  orderWithoutKey,
  deepSkipping,
  leadingWildcard,
  countAll,
]

function unknownTo({ query, facts: { entity, rows }, conditions }: Weighing): string[] {
  return [
    entity ? undefined : 'how wide its rows are: the catalog has not been read',
    rows === null && !query.key && !isShort(query) ? 'how many rows it has' : undefined,
    conditions.length > 0 && !query.key ? 'which of the fields have an index' : undefined,
    query.expand.length > 0 ? 'how many rows each relation brings' : undefined,
  ].filter((item) => item !== undefined)
}

function leavesOf(node: FilterNode): (Condition | OneOf)[] {
  if (node.kind === 'group') return node.items.flatMap(leavesOf)
  return node.kind === 'raw' ? [] : [node]
}

function fieldsIn(node: FilterNode): string[] {
  return leavesOf(node).map(({ field }) => field)
}

/** Fields that a condition holds to some values or to a range. */
function narrowedBy(node: FilterNode): string[] {
  if (node.kind === 'one-of') return [node.field]
  if (node.kind !== 'condition' || /^(?:ne|contains|ends|lacks)$/.test(node.operator)) return []
  return [node.field]
}

function orderedField(item: Query['orderBy'][number]): string[] {
  return item.kind === 'field' ? [item.field] : []
}
