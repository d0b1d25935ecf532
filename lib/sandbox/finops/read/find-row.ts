import type { KeyPart } from '@/lib/odata/keys'
import type { Literal } from '@/lib/odata/literal'
import { noRoute } from '@/lib/sandbox/finops/http/answers'
import { getEnumType, memberOf } from '@/lib/sandbox/finops/model/enums'
import {
  type EntitySet,
  edmNameOf,
  type Field,
  type Value,
} from '@/lib/sandbox/finops/model/schema'
import { toStoredDate } from '@/lib/sandbox/finops/query/operand'
import { planRanges } from '@/lib/sandbox/finops/query/plan'
import { Cursor, type RowStore } from '@/lib/sandbox/finops/store/row-store'
import type { Call } from '@/lib/sandbox/finops/world'

/** The values of a key, one for each key field of the set. */
export type KeyValues = ReadonlyMap<Field, Value>

/**
 * Types the parts of a key. F&O's routes match only whole keys: with a part missing, misspelt or
 * of another type no route is found.
 *
 * @throws {FinopsRefusal} 404 `No HTTP resource was found…`
 */
export function toKeyValues(call: Call, set: EntitySet, parts: readonly KeyPart[]): KeyValues {
  const fields = set.fields.filter((field) => field.isKey)
  if (parts.length !== fields.length) throw noRoute(call.request)
  const values = new Map<Field, Value>()
  for (const field of fields) {
    const part = parts.find(
      ({ name }) => name === field.name || (name === null && fields.length === 1),
    )
    const value = part && keyValueOf(part.value, field)
    if (value === undefined) throw noRoute(call.request)
    values.set(field, value)
  }
  return values
}

function keyValueOf(literal: Literal, field: Field): Value | undefined {
  if (literal.type === 'enum') {
    const type = getEnumType(field.enumName ?? '')
    return type && literal.enumType === edmNameOf(field) ? memberOf(type, literal.value) : undefined
  }
  if (literal.type === 'null') return undefined
  const isNumber = /^Edm\.(?:Int32|Int64|Decimal)$/.test(field.type)
  if (isNumber) return /Int|Decimal|Double/.test(literal.type) ? Number(literal.value) : undefined
  if (literal.type !== field.type) return undefined
  return field.type === 'Edm.DateTimeOffset' ? toStoredDate(String(literal.value)) : literal.value
}

/** The row with this key that the caller's companies hold, or undefined. */
export function findRow(
  store: RowStore,
  values: KeyValues,
  company: string | null,
): Cursor | undefined {
  const equals = new Map([...values].map(([field, value]) => [field.name, String(value)]))
  const cursor = new Cursor()
  for (const [from, to] of planRanges(store, equals, company)) {
    for (let slot = from; slot < to; slot += 1) {
      if (store.moveTo(cursor, slot) && hasKey(cursor, values)) return cursor
    }
  }
  return undefined
}

function hasKey(cursor: Cursor, values: KeyValues): boolean {
  for (const [field, value] of values) {
    const own = cursor.get(field)
    const isSame =
      typeof own === 'string' ? own.toLowerCase() === String(value).toLowerCase() : own === value
    if (!isSame) return false
  }
  return true
}
