import {
  type Argument,
  type Expression,
  type PathSegment,
  precedence,
  unaryPrecedence,
} from '@/lib/odata/filter'
import { printLiteral } from '@/lib/odata/literal'

/** Writes an expression back as text, with no more parentheses than its meaning needs. */
export function printFilter(expression: Expression): string {
  return print(expression, 0)
}

function print(expression: Expression, least: number): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression.literal)
    case 'path':
      return printSegments(expression.segments)
    case 'lambda':
      return printLambda(expression)
    case 'not':
      return wrapped(`not ${print(expression.operand, unaryPrecedence)}`, unaryPrecedence < least)
    case 'negate':
      return wrapped(printNegation(expression.operand), unaryPrecedence < least)
    case 'binary': {
      const own = precedence[expression.operator]
      const right = printRight(expression)
      const text = `${print(expression.left, own)} ${expression.operator} ${right}`
      return wrapped(text, own < least)
    }
    case 'list':
      return `[${expression.items.map((item) => print(item, 0)).join(',')}]`
    case 'record':
      return `{${expression.entries.map((entry) => `${JSON.stringify(entry.name)}:${print(entry.value, 0)}`).join(',')}}`
  }
}

function wrapped(text: string, needed: boolean): string {
  return needed ? `(${text})` : text
}

/** A minus before a digit would be read as part of the number. */
function printNegation(operand: Expression): string {
  const text = print(operand, unaryPrecedence)
  return /^(?:\d|INF(?![\p{L}\p{Nd}_]))/u.test(text) ? `-(${text})` : `-${text}`
}

function printRight(expression: Extract<Expression, { kind: 'binary' }>): string {
  return print(expression.right, precedence[expression.operator] + 1)
}

function printLambda(expression: Extract<Expression, { kind: 'lambda' }>): string {
  const body = expression.body ? `${expression.variable}:${print(expression.body, 0)}` : ''
  return `${printSegments(expression.over)}/${expression.quantifier}(${body})`
}

function printSegments(segments: readonly PathSegment[]): string {
  return segments.map(printSegment).join('/')
}

function printSegment({ name, args }: PathSegment): string {
  if (!args) return name
  if (name !== 'case') return `${name}(${args.map(printArgument).join(',')})`
  const text = args.map((arg, index) => printArgument(arg) + (index % 2 === 0 ? ':' : ','))
  return `${name}(${text.join('').replace(/[:,]$/, '')})`
}

function printArgument({ name, value }: Argument): string {
  return name === null ? print(value, 0) : `${name}=${print(value, 0)}`
}
