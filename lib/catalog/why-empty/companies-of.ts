import { type Expression, propertyName } from '@/lib/odata/filter'
import type { SplitFilter } from '@/lib/odata/filter-clauses'

const field = 'dataAreaId'

/**
 * The companies that an expression demands: `dataAreaId eq 'usmf'`, or several of those joined by
 * `or`; undefined for anything else.
 */
export function companiesOf(expression: Expression): string[] | undefined {
  if (expression.kind !== 'binary') return undefined
  const { operator, left, right } = expression
  if (operator === 'or') {
    const [one, other] = [companiesOf(left), companiesOf(right)]
    return one && other && [...one, ...other]
  }
  if (operator !== 'eq') return undefined
  const [name, value] = propertyName(left) === field ? [left, right] : [right, left]
  if (propertyName(name) !== field || value.kind !== 'literal') return undefined
  return value.literal.type === 'Edm.String' ? [value.literal.value] : undefined
}

/** Indexes of the clauses that demand companies. */
export function companyClauses(filter: SplitFilter): number[] {
  return filter.clauses.flatMap(({ expression }, index) => (companiesOf(expression) ? [index] : []))
}

/** Whether a filter says anything about companies. */
export function mentionsCompany(filter: SplitFilter | null): boolean {
  return filter?.clauses.some(({ expression }) => names(expression)) ?? false
}

function names(expression: Expression): boolean {
  switch (expression.kind) {
    case 'path':
      return (
        propertyName(expression) === field ||
        expression.segments.some(({ args }) => args?.some(({ value }) => names(value)) ?? false)
      )
    case 'not':
    case 'negate':
      return names(expression.operand)
    case 'binary':
      return names(expression.left) || names(expression.right)
    case 'list':
      return expression.items.some(names)
    case 'literal':
    case 'lambda':
    case 'record':
      return false
  }
}
