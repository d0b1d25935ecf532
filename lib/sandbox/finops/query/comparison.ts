import type { BinaryOperator } from '@/lib/odata/filter'
import type { Operand, Test } from '@/lib/sandbox/finops/query/operand'
import { wildcard } from '@/lib/sandbox/finops/query/wildcard'
import type { Cursor } from '@/lib/sandbox/finops/store/row-store'

type Read<Value> = (cursor: Cursor) => Value

const kinds: Readonly<Record<BinaryOperator, string>> = {
  or: 'Or',
  and: 'And',
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
  add: 'Add',
  sub: 'Subtract',
  mul: 'Multiply',
  div: 'Divide',
  divby: 'Divide',
  mod: 'Modulo',
  has: 'Has',
  in: 'In',
}

/** The operator's name in the messages of F&O's OData library. */
export function kindOf(operator: BinaryOperator): string {
  return kinds[operator]
}

/** Undefined where the two sides cannot be compared that way. */
export function comparison(
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
): Operand | undefined {
  if (left.kind === 'null' || right.kind === 'null') return againstNull(operator, left, right)
  const read = pair(operator, left, right)
  return read && { kind: 'boolean', read }
}

function pair(operator: BinaryOperator, left: Operand, right: Operand): Test | undefined {
  if (left.kind === 'string' && right.kind === 'string') {
    const pattern = right.constant === null ? undefined : wildcard(right.constant)
    if (pattern && (operator === 'eq' || operator === 'ne')) {
      return (cursor) => pattern.test(left.read(cursor)) === (operator === 'eq')
    }
    // SQL Server's default collation of F&O ignores case.
    return ordered(operator, folded(left), folded(right))
  }
  if (left.kind === 'number' && right.kind === 'number') {
    return ordered<number>(operator, left.read, right.read)
  }
  if (left.kind === 'date' && right.kind === 'date') {
    return ordered<string>(operator, left.read, right.read)
  }
  return equality(operator, left, right)
}

function folded(operand: Extract<Operand, { kind: 'string' }>): Read<string> {
  if (operand.constant === null) return (cursor) => operand.read(cursor).toLowerCase()
  const constant = operand.constant.toLowerCase()
  return () => constant
}

/** Kinds that know only `eq` and `ne`. */
function equality(operator: BinaryOperator, left: Operand, right: Operand): Test | undefined {
  if (operator !== 'eq' && operator !== 'ne') return undefined
  const isEqual = operator === 'eq'
  if (left.kind === 'boolean' && right.kind === 'boolean') {
    return (cursor) => (left.read(cursor) === right.read(cursor)) === isEqual
  }
  if (left.kind === 'guid' && right.kind === 'guid') {
    return (cursor) => (left.read(cursor) === right.read(cursor)) === isEqual
  }
  const isSameEnum =
    left.kind === 'enum' && right.kind === 'enum' && left.enumName === right.enumName
  return isSameEnum ? (cursor) => (left.read(cursor) === right.read(cursor)) === isEqual : undefined
}

function ordered<Value extends string | number>(
  operator: BinaryOperator,
  left: Read<Value>,
  right: Read<Value>,
): Test | undefined {
  if (operator === 'eq') return (cursor) => left(cursor) === right(cursor)
  if (operator === 'ne') return (cursor) => left(cursor) !== right(cursor)
  if (operator === 'gt') return (cursor) => left(cursor) > right(cursor)
  if (operator === 'ge') return (cursor) => left(cursor) >= right(cursor)
  if (operator === 'lt') return (cursor) => left(cursor) < right(cursor)
  if (operator === 'le') return (cursor) => left(cursor) <= right(cursor)
  return undefined
}

/** F&O has no nulls: an empty string is what stands where other databases have one. */
function againstNull(operator: BinaryOperator, left: Operand, right: Operand): Operand | undefined {
  if (operator !== 'eq' && operator !== 'ne') return undefined
  const isEqual = operator === 'eq'
  const other = left.kind === 'null' ? right : left
  if (other.kind === 'null') return { kind: 'boolean', read: () => isEqual }
  return other.kind === 'string'
    ? { kind: 'boolean', read: (cursor) => (other.read(cursor) === '') === isEqual }
    : { kind: 'boolean', read: () => !isEqual }
}
