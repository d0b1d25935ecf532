import type { Literal } from '@/lib/odata/literal'

export type BinaryOperator =
  | 'or'
  | 'and'
  | 'eq'
  | 'ne'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'divby'
  | 'mod'
  | 'has'
  | 'in'

/** How tightly an operator binds; the higher the tighter. Unary ones stand between `mul` and `has`. */
export const precedence: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  gt: 4,
  ge: 4,
  lt: 4,
  le: 4,
  add: 5,
  sub: 5,
  mul: 6,
  div: 6,
  divby: 6,
  mod: 6,
  has: 8,
  in: 8,
}
export const unaryPrecedence = 7

/** One argument of a call or part of a key: named or by position. */
export type Argument = Readonly<{ name: string | null; value: Expression }>

/** One step of a path; `args` is null where no parentheses stand behind the name. */
export type PathSegment = Readonly<{ name: string; args: readonly Argument[] | null }>

/**
 * An expression of `$filter`. `at` is the position of the token that makes it.
 *
 * Lambdas, `has`, `in`, functions and JSON are read because OData has them; whether a service
 * takes them is another question (see `finops-dialect.ts`).
 */
export type Expression =
  | Readonly<{ kind: 'literal'; literal: Literal; at: number }>
  | Readonly<{ kind: 'path'; segments: readonly PathSegment[]; at: number }>
  | Readonly<{
      kind: 'lambda'
      over: readonly PathSegment[]
      quantifier: 'any' | 'all'
      variable: string | null
      body: Expression | null
      at: number
    }>
  | Readonly<{ kind: 'not' | 'negate'; operand: Expression; at: number }>
  | Readonly<{
      kind: 'binary'
      operator: BinaryOperator
      left: Expression
      right: Expression
      at: number
    }>
  | Readonly<{ kind: 'list'; items: readonly Expression[]; at: number }>
  | Readonly<{
      kind: 'record'
      entries: readonly Readonly<{ name: string; value: Expression }>[]
      at: number
    }>

/** True for a path that is nothing but one property name. */
export function propertyName(expression: Expression): string | undefined {
  if (expression.kind !== 'path' || expression.segments.length !== 1) return undefined
  const [segment] = expression.segments
  return segment?.args === null ? segment.name : undefined
}

/** The same expression without positions, for comparing two of them. */
export function withoutPositions(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value: unknown) => (key === 'at' ? undefined : value)),
  )
}
