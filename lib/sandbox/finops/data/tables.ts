import { type Cell, companyFields, entitySet, tableSource } from '@/lib/sandbox/finops/model/define'
import { choice, field, having } from '@/lib/sandbox/finops/model/fields'
import type {
  EntityAction,
  EntityCategory,
  EntitySet,
  Field,
  FieldType,
} from '@/lib/sandbox/finops/model/schema'

/**
 * A small entity set as one line of data. A column is `Name`, `Name*` for a part of the key, with
 * `:Int32`, `:Decimal`, `:Boolean`, `:DateTimeOffset` or the name of an enum behind it.
 */
export type TableLine = Readonly<{
  set: string
  type: string
  dataEntity: string
  columns: string
  rows: readonly (readonly Cell[])[]
  /** Default: the same rows in every company. */
  shared?: boolean
  category?: EntityCategory
  readOnly?: boolean
  actions?: readonly EntityAction[]
}>

const edm = new Set(['Int32', 'Int64', 'Decimal', 'Boolean', 'DateTimeOffset', 'Guid', 'String'])

export function toEntitySet(line: TableLine): EntitySet {
  const isPerCompany = line.shared !== true
  return entitySet(line.set, {
    type: line.type,
    dataEntity: line.dataEntity,
    category: line.category ?? 'Reference',
    isReadOnly: line.readOnly === true,
    actions: line.actions ?? [],
    source: tableSource(line.set, line.rows.length, isPerCompany),
    fields: [
      ...companyFields(isPerCompany),
      ...line.columns.split(' ').map((column, index) => toField(column, line.rows, index)),
    ],
  })
}

function toField(column: string, rows: TableLine['rows'], index: number): Field {
  const [, name = '', star = '', type = 'String'] = /^(\w+)(\*?)(?::(\w+))?$/.exec(column) ?? []
  const make = (row: { ordinal: number }) => rows[row.ordinal]?.[index] ?? ''
  const made = edm.has(type)
    ? field(name, `Edm.${type}` as FieldType, make)
    : choice(name, type, make)
  return star === '' ? made : having(made, { isKey: true, isRequired: true })
}
