import {
  type EntityShape,
  fieldOf,
  type ValueKind,
  valueKindOf,
} from '@/lib/odata/query/entity-shape'
import { defaultLiteral, fieldText, toFieldLiteral } from '@/lib/odata/query/field-literal'
import type { Condition, ConditionOperator, OneOf } from '@/lib/odata/query/filter-tree'

/** How a field is compared, as a person chooses it. */
export type Comparison = ConditionOperator | 'one-of' | 'is-null' | 'is-not-null'

type Offer = readonly (readonly [comparison: Comparison, words: string])[]

const ends: Offer = [
  ['is-null', 'is null'],
  ['is-not-null', 'is not null'],
]
const same: Offer = [
  ['eq', 'is'],
  ['ne', 'is not'],
]
const listed: Offer = [['one-of', 'is one of']]
const sizes: Offer = [
  ['gt', 'is more than'],
  ['ge', 'is at least'],
  ['lt', 'is less than'],
  ['le', 'is at most'],
]
const times: Offer = [
  ['gt', 'is after'],
  ['ge', 'is on or after'],
  ['lt', 'is before'],
  ['le', 'is on or before'],
]
const texts: Offer = [
  ['contains', 'contains'],
  ['begins', 'begins with'],
  ['ends', 'ends with'],
  ['lacks', 'does not contain'],
]

const offers: Readonly<Record<ValueKind, Offer>> = {
  text: [...same, ...texts, ...listed, ...sizes, ...ends],
  enum: [...same, ...listed, ...ends],
  boolean: [...same, ...ends],
  integer: [...same, ...sizes, ...listed, ...ends],
  decimal: [...same, ...sizes, ...listed, ...ends],
  moment: [...same, ...times, ...ends],
  date: [...same, ...times, ...ends],
  guid: [...same, ...listed, ...ends],
  other: [...same, ...ends],
}

/** The comparisons that make sense for a type, and the one that is chosen, be it sensible or not. */
export function comparisonsFor(
  type: string,
  chosen: Comparison,
): { value: string; label: string }[] {
  const offer = offers[valueKindOf(type)]
  const all = offer.some(([comparison]) => comparison === chosen)
    ? offer
    : [...offer, [chosen, chosen] as const]
  return all.map(([value, label]) => ({ value, label }))
}

export function comparisonOf(node: Condition | OneOf): Comparison {
  if (node.kind === 'one-of') return 'one-of'
  if (node.value.type !== 'null') return node.operator
  if (node.operator === 'eq') return 'is-null'
  return node.operator === 'ne' ? 'is-not-null' : node.operator
}

type Known = Readonly<{ shape: EntityShape; today: string }>

/** The same field compared otherwise; the value stays where it still fits. */
export function compareBy(
  node: Condition | OneOf,
  comparison: Comparison,
  { shape, today }: Known,
): Condition | OneOf {
  const { field } = node
  const type = fieldOf(shape, field)?.type ?? 'Edm.String'
  if (comparison === 'is-null' || comparison === 'is-not-null') {
    const operator = comparison === 'is-null' ? 'eq' : 'ne'
    return { kind: 'condition', field, operator, value: { type: 'null' } }
  }
  const old = node.kind === 'one-of' ? node.values[0] : node.value
  const value = old && old.type !== 'null' ? old : defaultLiteral(shape, type, today)
  if (comparison === 'one-of') {
    return { kind: 'one-of', field, values: node.kind === 'one-of' ? node.values : [value] }
  }
  return { kind: 'condition', field, operator: comparison, value }
}

/** A condition on another field; comparison and value stay where they fit the other type. */
export function moveToField(
  node: Condition | OneOf,
  field: string,
  known: Known,
): Condition | OneOf {
  const { shape, today } = known
  const type = fieldOf(shape, field)?.type ?? 'Edm.String'
  const comparison = comparisonOf(node)
  const fits = offers[valueKindOf(type)].some(([offered]) => offered === comparison)
  const old = node.kind === 'one-of' ? node.values[0] : node.value
  const sameType = fieldOf(shape, node.field)?.type === type
  const carried = old && (sameType ? old : toFieldLiteral(type, fieldText(old)))
  const isEnum = valueKindOf(type) === 'enum' && !sameType
  const value = (isEnum ? undefined : carried) ?? defaultLiteral(shape, type, today)
  const moved: Condition = { kind: 'condition', field, operator: 'eq', value }
  return compareBy(moved, fits ? comparison : 'eq', known)
}

/** A new condition on the first field that a person is likely to ask for. */
export function newCondition({ shape, today }: Known): Condition {
  const field =
    shape.fields.find(({ isKey, name }) => isKey && name !== 'dataAreaId') ?? shape.fields[0]
  return {
    kind: 'condition',
    field: field?.name ?? '',
    operator: 'eq',
    value: defaultLiteral(shape, field?.type ?? 'Edm.String', today),
  }
}
