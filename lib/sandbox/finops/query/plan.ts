import { type Expression, propertyName } from '@/lib/odata/filter'
import type { Range, RowStore } from '@/lib/sandbox/finops/store/row-store'

/**
 * Where in a store the rows with these values can stand at all: a company that is demanded, or a
 * field that is indexed, spares the scan of everything else. Every row found still has to be asked.
 */
export function planRanges(
  store: RowStore,
  equals: ReadonlyMap<string, string>,
  company: string | null,
): Range[] {
  const demanded = store.isPerCompany ? equals.get('dataAreaId') : undefined
  if (company !== null && demanded !== undefined && !sameText(company, demanded)) return []
  const wanted = company ?? demanded ?? null
  return store.locate(equals, wanted) ?? store.ranges(wanted)
}

/** What a filter demands by `eq` and `and` alone: field names with their texts. */
export function equalsOf(filter: Expression | undefined): Map<string, string> {
  const equals = new Map<string, string>()
  if (filter) collectEquals(filter, equals)
  return equals
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

/** `Field eq 'text'` among the parts that are joined by `and`; wildcards do not count. */
function collectEquals(expression: Expression, into: Map<string, string>): void {
  if (expression.kind !== 'binary') return
  if (expression.operator === 'and') {
    collectEquals(expression.left, into)
    collectEquals(expression.right, into)
    return
  }
  const name = propertyName(expression.left)
  const { right } = expression
  if (expression.operator !== 'eq' || name === undefined || right.kind !== 'literal') return
  if (right.literal.type === 'Edm.String' && !right.literal.value.includes('*')) {
    into.set(name, right.literal.value)
  }
}
