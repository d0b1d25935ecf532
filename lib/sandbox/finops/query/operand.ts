import type { Literal } from '@/lib/odata/literal'
import { badRequest } from '@/lib/sandbox/finops/http/answers'
import { getEnumType, memberOf } from '@/lib/sandbox/finops/model/enums'
import { type EntitySet, fieldOf, namespace } from '@/lib/sandbox/finops/model/schema'
import type { Cursor } from '@/lib/sandbox/finops/store/row-store'

export type Test = (cursor: Cursor) => boolean

/** A bound part of a filter. `constant` is the value of a literal, for shortcuts. */
export type Operand =
  | Readonly<{ kind: 'boolean'; read: Test }>
  | Readonly<{ kind: 'number'; isWhole: boolean; read: (cursor: Cursor) => number }>
  | Readonly<{
      kind: 'string'
      read: (cursor: Cursor) => string
      constant: string | null
    }>
  | Readonly<{ kind: 'date' | 'guid'; read: (cursor: Cursor) => string }>
  | Readonly<{ kind: 'enum'; enumName: string; read: (cursor: Cursor) => string }>
  | Readonly<{ kind: 'null' }>

export function bindName(name: string, set: EntitySet): Operand {
  const field = fieldOf(set, name)
  if (!field) throw unknownProperty(name, set)
  switch (field.type) {
    case 'Edm.String':
      return { kind: 'string', constant: null, read: (cursor) => String(cursor.get(field)) }
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Decimal':
      return {
        kind: 'number',
        isWhole: field.type !== 'Edm.Decimal',
        read: (cursor) => Number(cursor.get(field)),
      }
    case 'Edm.Boolean':
      return { kind: 'boolean', read: (cursor) => cursor.get(field) === true }
    case 'Edm.DateTimeOffset':
      return { kind: 'date', read: (cursor) => String(cursor.get(field)) }
    case 'Edm.Guid':
      return { kind: 'guid', read: (cursor) => String(cursor.get(field)).toLowerCase() }
    case 'enum':
      return {
        kind: 'enum',
        enumName: field.enumName ?? '',
        read: (cursor) => String(cursor.get(field)),
      }
  }
}

/** @see the message of Microsoft.OData.Core for a name that a type does not have */
export function unknownProperty(name: string, set: EntitySet) {
  return badRequest(`Could not find a property named '${name}' on type '${namespace}.${set.type}'.`)
}

export function bindLiteral(literal: Literal): Operand {
  switch (literal.type) {
    case 'null':
      return { kind: 'null' }
    case 'Edm.Boolean':
      return { kind: 'boolean', read: () => literal.value }
    case 'Edm.String':
      return { kind: 'string', constant: literal.value, read: () => literal.value }
    case 'enum':
      return bindEnumLiteral(literal)
    case 'Edm.DateTimeOffset':
    case 'Edm.Date': {
      const value = toStoredDate(literal.value)
      return { kind: 'date', read: () => value }
    }
    case 'Edm.Guid': {
      const value = literal.value.toLowerCase()
      return { kind: 'guid', read: () => value }
    }
    case 'Edm.TimeOfDay':
    case 'Edm.Duration':
    case 'Edm.Binary':
      throw badRequest(`A literal of type '${literal.type}' is not supported.`)
    case 'Edm.Byte':
    case 'Edm.SByte':
    case 'Edm.Int16':
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Decimal':
    case 'Edm.Double':
    case 'Edm.Single':
      return numberLiteral(literal.value, /Int|Byte/.test(literal.type))
  }
}

function numberLiteral(text: string, isWhole: boolean): Operand {
  const value = Number(text.replace('INF', 'Infinity'))
  return { kind: 'number', isWhole, read: () => value }
}

function bindEnumLiteral(literal: Extract<Literal, { type: 'enum' }>): Operand {
  const enumName = literal.enumType.slice(namespace.length + 1)
  const type = literal.enumType.startsWith(`${namespace}.`) ? getEnumType(enumName) : undefined
  const member = type && memberOf(type, literal.value)
  if (!type || member === undefined) {
    throw badRequest(
      `The string '${literal.enumType}'${literal.value}'' is not a valid enumeration type constant.`,
    )
  }
  return { kind: 'enum', enumName, read: () => member }
}

/** `2024-01-31`, or any offset and precision, as rows hold it: UTC, seconds. */
export function toStoredDate(text: string): string {
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw badRequest(`'${text}' is not a valid date.`)
  return `${at.toISOString().slice(0, 19)}Z`
}

export function typeNameOf(operand: Operand): string {
  switch (operand.kind) {
    case 'boolean':
      return 'Edm.Boolean'
    case 'number':
      return operand.isWhole ? 'Edm.Int32' : 'Edm.Decimal'
    case 'string':
      return 'Edm.String'
    case 'date':
      return 'Edm.DateTimeOffset'
    case 'guid':
      return 'Edm.Guid'
    case 'enum':
      return `${namespace}.${operand.enumName}`
    case 'null':
      return '<null>'
  }
}
