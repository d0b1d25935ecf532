import type { EntityShape } from '@/lib/odata/query/entity-shape'
import { fieldOf } from '@/lib/odata/query/entity-shape'
import { toFieldLiteral } from '@/lib/odata/query/field-literal'
import { asRoot, type Condition, joined, printFilterTree } from '@/lib/odata/query/filter-tree'
import type { Query } from '@/lib/odata/query/query'

/** The query narrowed by one more condition, which it may have already. */
export function addCondition(query: Query, condition: Condition): Query {
  const added = asRoot(condition)
  const text = printFilterTree(added)
  const { filter } = query
  if (filter.items.some((item) => printFilterTree(asRoot(item)) === text)) return query
  return { ...query, filter: asRoot(joined('and', [filter, condition])) }
}

/**
 * The condition that `field` is what a row of an answer has there: the catalog tells an enum's
 * member and a moment from a text; without it the value's own form does. Undefined for what no
 * condition can name, such as a related row.
 */
export function conditionOfCell(
  shape: EntityShape | null,
  field: string,
  value: unknown,
): Condition | undefined {
  const literal = literalOf(shape && fieldOf(shape, field)?.type, value)
  return literal && { kind: 'condition', field, operator: 'eq', value: literal }
}

const momentForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/

function literalOf(
  type: string | null | undefined,
  value: unknown,
): Condition['value'] | undefined {
  if (value === null) return { type: 'null' }
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return undefined
  }
  return toFieldLiteral(type ?? guessType(value), String(value))
}

function guessType(value: string | number | boolean): string {
  if (typeof value === 'boolean') return 'Edm.Boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? 'Edm.Int64' : 'Edm.Decimal'
  return momentForm.test(value) ? 'Edm.DateTimeOffset' : 'Edm.String'
}
