import type { BinaryOperator } from '@/lib/odata/filter'
import type { Operand } from '@/lib/sandbox/finops/query/operand'
import type { Cursor } from '@/lib/sandbox/finops/store/row-store'

export type ArithmeticOperator = Extract<
  BinaryOperator,
  'add' | 'sub' | 'mul' | 'div' | 'divby' | 'mod'
>

export function isArithmetic(operator: BinaryOperator): operator is ArithmeticOperator {
  return /^(?:add|sub|mul|div|divby|mod)$/.test(operator)
}

/** Undefined unless both sides are numbers; `div` of two whole numbers is whole. */
export function arithmetic(
  operator: ArithmeticOperator,
  left: Operand,
  right: Operand,
): Operand | undefined {
  if (left.kind !== 'number' || right.kind !== 'number') return undefined
  const bothWhole = left.isWhole && right.isWhole
  return {
    kind: 'number',
    isWhole: bothWhole && operator !== 'divby',
    read: calculation(operator, bothWhole, [left.read, right.read]),
  }
}

type Read = (cursor: Cursor) => number

function calculation(
  operator: ArithmeticOperator,
  bothWhole: boolean,
  [left, right]: readonly [Read, Read],
): Read {
  switch (operator) {
    case 'add':
      return (cursor) => left(cursor) + right(cursor)
    case 'sub':
      return (cursor) => left(cursor) - right(cursor)
    case 'mul':
      return (cursor) => left(cursor) * right(cursor)
    case 'mod':
      return (cursor) => left(cursor) % right(cursor)
    case 'divby':
      return (cursor) => left(cursor) / right(cursor)
    case 'div':
      return bothWhole
        ? (cursor) => Math.trunc(left(cursor) / right(cursor))
        : (cursor) => left(cursor) / right(cursor)
  }
}
