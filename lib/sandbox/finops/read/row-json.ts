import { printKeyForUrl } from '@/lib/odata/keys'
import type { Literal } from '@/lib/odata/literal'
import {
  type EntitySet,
  edmNameOf,
  type Field,
  namespace,
  type Value,
} from '@/lib/sandbox/finops/model/schema'
import type { Wire } from '@/lib/sandbox/finops/read/wire'
import { etagOf } from '@/lib/sandbox/finops/store/etag'
import type { Cursor, RowStore } from '@/lib/sandbox/finops/store/row-store'

/** A navigation property that is written into each row. */
export type Expansion = Readonly<{
  name: string
  select: readonly string[] | undefined
  write: (cursor: Cursor) => string
}>

/** What of a row is shown, and how. */
export type Shape = Readonly<{
  origin: string
  set: EntitySet
  store: RowStore
  wire: Wire
  /** Undefined: all fields. */
  select: readonly string[] | undefined
  expansions: readonly Expansion[]
}>

/** Makes the writer of one row as JSON: etag first, then the fields in the order of the entity. */
export function rowWriter(shape: Shape): (cursor: Cursor) => string {
  const { set, wire, select } = shape
  const isAll = select === undefined || select.includes('*')
  const fields = isAll ? set.fields : set.fields.filter((field) => select.includes(field.name))
  const writers = fields.map((field) => fieldWriter(field, wire))
  return (cursor) => {
    const parts = [...annotations(shape, cursor), ...writers.map((write) => write(cursor))]
    if (wire.metadata === 'full') parts.push(...navigationLinks(shape, cursor))
    for (const expansion of shape.expansions) parts.push(expansion.write(cursor))
    return `{${parts.join(',')}}`
  }
}

function fieldWriter(field: Field, wire: Wire): (cursor: Cursor) => string {
  const name = JSON.stringify(field.name)
  const isTold = /^Edm\.(?:String|Boolean|Int32)$/.test(edmNameOf(field))
  const type = `#${edmNameOf(field).replace('Edm.', '')}`
  const before =
    wire.metadata === 'full' && !isTold ? `"${field.name}@odata.type":${JSON.stringify(type)},` : ''
  const isText = wire.isIeee754Compatible && /^Edm\.(?:Int64|Decimal)$/.test(field.type)
  return (cursor) => {
    const value = cursor.get(field)
    return `${before}${name}:${JSON.stringify(isText ? String(value) : value)}`
  }
}

function annotations(shape: Shape, cursor: Cursor): string[] {
  if (shape.wire.metadata === 'none') return []
  const etag = `"@odata.etag":${JSON.stringify(etagOf(shape.store, cursor))}`
  if (shape.wire.metadata === 'minimal') return [etag]
  const address = addressOf(shape.set, cursor)
  return [
    `"@odata.type":"#${namespace}.${shape.set.type}"`,
    `"@odata.id":${JSON.stringify(`${shape.origin}/data/${address}`)}`,
    etag,
    `"@odata.editLink":${JSON.stringify(address)}`,
  ]
}

function navigationLinks(shape: Shape, cursor: Cursor): string[] {
  const address = `${shape.origin}/data/${addressOf(shape.set, cursor)}`
  return shape.set.navigations.flatMap(({ name }) => [
    `"${name}@odata.associationLink":${JSON.stringify(`${address}/${name}/$ref`)}`,
    `"${name}@odata.navigationLink":${JSON.stringify(`${address}/${name}`)}`,
  ])
}

/** `CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')` */
export function addressOf(set: EntitySet, cursor: Cursor): string {
  const keys = set.fields.filter((field) => field.isKey)
  return (
    set.name +
    printKeyForUrl(
      keys.map((field) => ({
        name: keys.length === 1 ? null : field.name,
        value: literalOf(field, cursor.get(field)),
      })),
    )
  )
}

function literalOf(field: Field, value: Value): Literal {
  if (field.type === 'enum') {
    return { type: 'enum', enumType: edmNameOf(field), value: String(value) }
  }
  return field.type === 'Edm.Boolean'
    ? { type: field.type, value: value === true }
    : { type: field.type, value: String(value) }
}
