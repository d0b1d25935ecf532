import { wholeText } from '@/components/explorer/grid/cell'
import type { Column } from '@/components/explorer/grid/column'
import { type Literal, readLiteral } from '@/lib/odata/literal'
import { toFieldLiteral } from '@/lib/odata/query/field-literal'
import type { Condition } from '@/lib/odata/query/filter-tree'
import { JsonNumber, type JsonValue } from '@/lib/odata/rows/exact-json'

/**
 * The condition that a field is, or is not, what stands in a cell. Undefined for what cannot be asked
 * for: a record, a list, a file.
 */
export function toCellCondition(
  column: Column,
  value: JsonValue | undefined,
  operator: 'eq' | 'ne',
): Condition | undefined {
  const literal = toCellLiteral(column, value)
  return literal && { kind: 'condition', field: column.name, operator, value: literal }
}

function toCellLiteral({ field }: Column, value: JsonValue | undefined): Literal | undefined {
  if (value === undefined) return undefined
  if (value === null) return { type: 'null' }
  if (typeof value === 'object' && !(value instanceof JsonNumber)) return undefined
  if (field) return toFieldLiteral(field.type, wholeText(value))
  if (typeof value !== 'string') return readLiteral(wholeText(value))
  return untold.test(value) ? readLiteral(value) : { type: 'Edm.String', value }
}

/** A date with its time and a GUID look like nothing else, so they need no catalog. */
const untold =
  /^(?:\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i
