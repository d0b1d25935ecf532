/** What a field of a row can hold: dates are `YYYY-MM-DDTHH:MM:SSZ`, enums their member's name. */
export type Value = string | number | boolean

export type FieldType =
  | 'Edm.String'
  | 'Edm.Int32'
  | 'Edm.Int64'
  | 'Edm.Decimal'
  | 'Edm.DateTimeOffset'
  | 'Edm.Guid'
  | 'Edm.Boolean'
  | 'enum'

/** Where a row stands: enough to make any of its fields without making the others. */
export type RowSeed = Readonly<{
  /** 32 bits that are this row's own. */
  seed: number
  /** `dataAreaId`; empty for entities shared by all companies. */
  company: string
  /** From 0 within the company. */
  ordinal: number
}>

export type Field = Readonly<{
  name: string
  type: FieldType
  /** Name of the enum type, where `type` is `enum`. */
  enumName: string | null
  isKey: boolean
  isRequired: boolean
  /** Number sequence or the like fills it in when a new row leaves it out. */
  isAutomatic: boolean
  /** Entity set and its key field in which a value must exist. */
  reference: Readonly<{ set: string; field: string }> | null
  make: (row: RowSeed) => Value
}>

export type Navigation = Readonly<{
  name: string
  target: string
  isCollection: boolean
  partner: string | null
  /** Pairs of a field here and the field of the target that equals it. */
  on: readonly (readonly [string, string])[]
}>

export type EntityAction = Readonly<{
  name: string
  /** Bound to one row, or to the whole collection as F&O's static methods are. */
  boundTo: 'row' | 'collection'
  parameters: readonly Readonly<{ name: string; type: string }>[]
  returns: string | null
  /** Throws {@link InfologError} for what X++ would refuse. */
  run: (
    body: Readonly<Record<string, unknown>>,
    row: Readonly<Record<string, Value>> | null,
  ) => Value | null
}>

export type Row = Readonly<Record<string, Value>>

/** Finds the ordinals `[from, to)` of the rows of `company` whose field `by` is `key`. */
export type OrdinalIndex = Readonly<{
  by: string
  ordinals: (key: string, company: string) => readonly [number, number] | undefined
}>

/** How the rows of a store come about; entity sets over the same table share one. */
export type StoreSource =
  | Readonly<{
      kind: 'generated'
      id: string
      isPerCompany: boolean
      /** Rows of `company`; the empty company for shared entities. */
      count: (company: string) => number
      /** Fields by whose value the rows can be found without looking at all of them. */
      indexes: readonly OrdinalIndex[]
    }>
  | Readonly<{
      kind: 'live'
      id: string
      rows: () => readonly Row[]
      insert: ((row: Row) => Promise<void>) | null
      remove: ((row: Row) => Promise<void>) | null
    }>

export type EntityCategory = 'Master' | 'Transaction' | 'Reference' | 'Parameters' | 'Document'

export type EntitySet = Readonly<{
  name: string
  /** Name of the entity type: `CustomerV3`. */
  type: string
  /** Name of the data entity in X++: `CustCustomerV3Entity`. */
  dataEntity: string
  label: string
  category: EntityCategory
  isReadOnly: boolean
  fields: readonly Field[]
  navigations: readonly Navigation[]
  actions: readonly EntityAction[]
  source: StoreSource
}>

export const namespace = 'Microsoft.Dynamics.DataEntities'

/** Names of the key fields, in key order. */
export function keysOf(set: EntitySet): string[] {
  return set.fields.filter((field) => field.isKey).map((field) => field.name)
}

export function fieldOf(set: EntitySet, name: string): Field | undefined {
  return set.fields.find((field) => field.name === name)
}

/** Edm name of the field's type as metadata and errors write it. */
export function edmNameOf(field: Pick<Field, 'type' | 'enumName'>): string {
  return field.type === 'enum' ? `${namespace}.${field.enumName}` : field.type
}

/** `CustomerAccount` -> `Customer account` */
export function humanize(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}
