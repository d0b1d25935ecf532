import { type Literal, printLiteral, readLiteral } from '@/lib/odata/literal'

/** Operators as F&O knows them; the last four are `eq` and `ne` with a wildcard. */
export type ConditionOperator =
  | 'eq'
  | 'ne'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'contains'
  | 'begins'
  | 'ends'
  | 'lacks'

export type Condition = Readonly<{
  kind: 'condition'
  field: string
  operator: ConditionOperator
  /** Without the asterisks that a wildcard operator stands for. */
  value: Literal
}>

/** A field that equals one of some values: F&O has no `in`, so it is written as `or`s. */
export type OneOf = Readonly<{ kind: 'one-of'; field: string; values: readonly Literal[] }>

/** What is no condition of one field; kept and written to the letter. */
export type RawClause = Readonly<{ kind: 'raw'; text: string }>

export type FilterGroup = Readonly<{
  kind: 'group'
  join: 'and' | 'or'
  items: readonly FilterNode[]
}>

export type FilterNode = Condition | OneOf | RawClause | FilterGroup

const affixes: Partial<Record<ConditionOperator, readonly [string, string, string]>> = {
  contains: ['eq', '*', '*'],
  begins: ['eq', '', '*'],
  ends: ['eq', '*', ''],
  lacks: ['ne', '*', '*'],
}

/** Writes a condition as F&O reads it. */
export function printCondition({ field, operator, value }: Condition): string {
  const [word, before, after] = affixes[operator] ?? [operator, '', '']
  const literal =
    value.type === 'Edm.String' ? { ...value, value: before + value.value + after } : value
  return `${field} ${word} ${printLiteral(literal)}`
}

/** A comparison as a condition: `eq '*x*'` becomes "contains x". */
export function toCondition(
  field: string,
  operator: Exclude<ConditionOperator, 'contains' | 'begins' | 'ends' | 'lacks'>,
  value: Literal,
): Condition {
  const plain: Condition = { kind: 'condition', field, operator, value }
  if (value.type !== 'Edm.String') return plain
  const [, before, inner = '', after] = /^(\*?)([^*]+)(\*?)$/s.exec(value.value) ?? []
  const wildcard = wildcardOf(operator, before !== '', after !== '')
  return before === undefined || !wildcard
    ? plain
    : { ...plain, operator: wildcard, value: { type: 'Edm.String', value: inner } }
}

function wildcardOf(
  operator: ConditionOperator,
  before: boolean,
  after: boolean,
): ConditionOperator | undefined {
  if (operator === 'ne') return before && after ? 'lacks' : undefined
  if (operator !== 'eq') return undefined
  if (before) return after ? 'contains' : 'ends'
  return after ? 'begins' : undefined
}

/**
 * The one form of a filter that its text has: no empty or lone groups, no group inside of one that
 * joins alike, literals typed by how they are written.
 */
export function normalizeFilter(root: FilterGroup): FilterGroup {
  return asRoot(normalizeNode(root))
}

/** A node as the root of a filter. */
export function asRoot(node: FilterNode | null): FilterGroup {
  if (node?.kind === 'group') return node
  return { kind: 'group', join: 'and', items: node ? [node] : [] }
}

function normalizeNode(node: FilterNode): FilterNode | null {
  switch (node.kind) {
    case 'raw':
      return node.text.trim() === '' ? null : { kind: 'raw', text: node.text.trim() }
    case 'condition':
      return asWritten(node)
    case 'one-of':
      return joined(
        'or',
        node.values.map((value) => asWritten(equal(node.field, value))),
      )
    case 'group':
      return joined(
        node.join,
        node.items.map(normalizeNode).filter((item) => item !== null),
      )
  }
}

function equal(field: string, value: Literal): Condition {
  return { kind: 'condition', field, operator: 'eq', value }
}

/** The condition that its own text is read as. */
function asWritten(condition: Condition): Condition {
  const [word = 'eq'] = affixes[condition.operator] ?? [condition.operator]
  const text = printCondition(condition).slice(`${condition.field} ${word} `.length)
  return toCondition(
    condition.field,
    word as Parameters<typeof toCondition>[1],
    readLiteral(text) ?? condition.value,
  )
}

/** Items under one `and` or `or`, in the form that {@link normalizeFilter} promises. */
export function joined(join: 'and' | 'or', items: readonly FilterNode[]): FilterNode | null {
  const flat = items.flatMap((item): readonly FilterNode[] => {
    if (item.kind === 'group' && item.join === join) return item.items
    if (item.kind === 'one-of' && join === 'or') {
      return item.values.map((value) => equal(item.field, value))
    }
    return [item]
  })
  const [first] = flat
  if (!first) return null
  if (flat.length === 1) return first
  return (join === 'or' ? oneOf(flat) : undefined) ?? { kind: 'group', join, items: flat }
}

function oneOf(items: readonly FilterNode[]): OneOf | undefined {
  const equals = items.filter(
    (item): item is Condition => item.kind === 'condition' && item.operator === 'eq',
  )
  const field = equals[0]?.field
  if (field === undefined || equals.length !== items.length) return undefined
  if (equals.some((item) => item.field !== field)) return undefined
  return { kind: 'one-of', field, values: equals.map(({ value }) => value) }
}

/** Writes a filter; empty where it has no condition. */
export function printFilterTree(root: FilterGroup): string {
  return printGroup(normalizeFilter(root))
}

function printGroup({ join, items }: FilterGroup): string {
  const alone = items.length === 1
  return items.map((item) => printNode(item, alone)).join(` ${join} `)
}

function printNode(node: FilterNode, alone: boolean): string {
  switch (node.kind) {
    case 'raw':
      return node.text
    case 'condition':
      return printCondition(node)
    case 'one-of': {
      const text = node.values.map((value) => printCondition(equal(node.field, value))).join(' or ')
      return alone ? text : `(${text})`
    }
    case 'group':
      return alone ? printGroup(node) : `(${printGroup(node)})`
  }
}
