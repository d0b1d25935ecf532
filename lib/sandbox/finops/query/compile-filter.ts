import type { BinaryOperator, Expression } from '@/lib/odata/filter'
import { listUnsupported } from '@/lib/odata/finops-dialect'
import { badRequest } from '@/lib/sandbox/finops/http/answers'
import type { EntitySet } from '@/lib/sandbox/finops/model/schema'
import { arithmetic, isArithmetic } from '@/lib/sandbox/finops/query/arithmetic'
import { comparison, kindOf } from '@/lib/sandbox/finops/query/comparison'
import {
  bindLiteral,
  bindName,
  type Operand,
  type Test,
  typeNameOf,
} from '@/lib/sandbox/finops/query/operand'

/**
 * Makes a test for one row out of `$filter`, typed as F&O types it.
 *
 * @throws {FinopsRefusal} 400 with the message of F&O's OData library
 */
export function compileFilter(expression: Expression, set: EntitySet): Test {
  const [unsupported] = listUnsupported(expression)
  if (unsupported) {
    throw badRequest(`The ${labels[unsupported.what]} '${unsupported.name}' is not supported.`)
  }
  return toTest(bind(expression, set))
}

const labels = {
  lambda: 'lambda operator',
  has: 'operator',
  in: 'operator',
  function: 'function',
  path: 'property path',
  json: 'expression',
} as const

function toTest(operand: Operand): Test {
  if (operand.kind !== 'boolean') {
    throw badRequest('The $filter expression must evaluate to a single boolean value.')
  }
  return operand.read
}

function bind(expression: Expression, set: EntitySet): Operand {
  switch (expression.kind) {
    case 'literal':
      return bindLiteral(expression.literal)
    case 'path':
      return bindName(expression.segments[0]?.name ?? '', set)
    case 'not': {
      const test = bind(expression.operand, set)
      if (test.kind !== 'boolean') throw wrongUnary('Not', test)
      return { kind: 'boolean', read: (cursor) => !test.read(cursor) }
    }
    case 'negate': {
      const number = bind(expression.operand, set)
      if (number.kind !== 'number') throw wrongUnary('Negate', number)
      return { ...number, read: (cursor) => -number.read(cursor) }
    }
    case 'binary':
      return bindBinary(expression, set)
    case 'lambda':
    case 'list':
    case 'record':
      throw badRequest(`An expression of kind '${expression.kind}' is not supported.`)
  }
}

function wrongUnary(kind: string, operand: Operand) {
  return badRequest(
    `A unary operator with an incompatible type was detected. Found operand type '${typeNameOf(operand)}' for operator kind '${kind}'.`,
  )
}

function bindBinary(expression: Extract<Expression, { kind: 'binary' }>, set: EntitySet): Operand {
  const left = bind(expression.left, set)
  const right = bind(expression.right, set)
  const { operator } = expression
  const bound = combine(operator, left, right)
  if (!bound) throw incompatible(operator, left, right)
  return bound
}

function combine(operator: BinaryOperator, left: Operand, right: Operand): Operand | undefined {
  if (operator === 'and' || operator === 'or') return logical(operator, left, right)
  if (isArithmetic(operator)) return arithmetic(operator, left, right)
  return comparison(operator, left, right)
}

function logical(operator: 'and' | 'or', left: Operand, right: Operand): Operand | undefined {
  if (left.kind !== 'boolean' || right.kind !== 'boolean') return undefined
  const [first, second] = [left.read, right.read]
  return operator === 'and'
    ? { kind: 'boolean', read: (cursor) => first(cursor) && second(cursor) }
    : { kind: 'boolean', read: (cursor) => first(cursor) || second(cursor) }
}

function incompatible(operator: BinaryOperator, left: Operand, right: Operand) {
  return badRequest(
    `A binary operator with incompatible types was detected. Found operand types '${typeNameOf(left)}' and '${typeNameOf(right)}' for operator kind '${kindOf(operator)}'.`,
  )
}
