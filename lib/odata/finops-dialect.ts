import type { Expression } from '@/lib/odata/filter'

/** Something that OData has and F&O's `$filter` has not. */
export type Unsupported = Readonly<{
  what: 'lambda' | 'has' | 'in' | 'function' | 'path' | 'json'
  name: string
  at: number
}>

/**
 * What F&O would refuse in `expression`, in reading order; empty when it takes all of it.
 *
 * Lambdas, `has`, `in`, functions (`contains` is written as `eq '*text*'`), paths into other
 * entities and JSON are outside its documented list.
 *
 * @see https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/odata
 */
export function listUnsupported(expression: Expression): Unsupported[] {
  const at = expression.at
  switch (expression.kind) {
    case 'literal':
      return []
    case 'path':
      return unsupportedPath(expression)
    case 'lambda':
      return [{ what: 'lambda', name: expression.quantifier, at }]
    case 'not':
    case 'negate':
      return listUnsupported(expression.operand)
    case 'list':
    case 'record':
      return [{ what: 'json', name: expression.kind, at }]
    case 'binary': {
      const { operator } = expression
      const own =
        operator === 'has' || operator === 'in' ? [{ what: operator, name: operator, at }] : []
      const right = operator === 'in' ? [] : listUnsupported(expression.right)
      return [...listUnsupported(expression.left), ...own, ...right]
    }
  }
}

function unsupportedPath(path: Extract<Expression, { kind: 'path' }>): Unsupported[] {
  const [first] = path.segments
  const name = path.segments.map((segment) => segment.name).join('/')
  if (first?.args) return [{ what: 'function', name: first.name, at: path.at }]
  return path.segments.length > 1 || !first || /^[$@]/.test(first.name)
    ? [{ what: 'path', name, at: path.at }]
    : []
}
