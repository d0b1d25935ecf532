/** What checks need to know of an entity set; what the catalog says of one has this shape. */
export type EntityShape = Readonly<{
  name: string
  /** Names of the key's parts, in key order. */
  key: readonly string[]
  fields: readonly EntityField[]
  enums: readonly EntityEnum[]
  relations: readonly EntityRelation[]
}>

export type EntityField = Readonly<{ name: string; type: string; isKey: boolean }>

export type EntityEnum = Readonly<{
  name: string
  members: readonly Readonly<{ name: string; value: string }>[]
}>

export type EntityRelation = Readonly<{
  name: string
  /** The entity set at the other end; null where the metadata names none. */
  targetSet: string | null
  isCollection: boolean
}>

export function fieldOf(shape: EntityShape, name: string): EntityField | undefined {
  return shape.fields.find((field) => field.name === name)
}

export function enumOf(shape: EntityShape, type: string): EntityEnum | undefined {
  return shape.enums.find((known) => known.name === type)
}

export function relationOf(shape: EntityShape, name: string): EntityRelation | undefined {
  return shape.relations.find((relation) => relation.name === name)
}

/** What kind of value a type holds, as far as writing one down is concerned. */
export type ValueKind =
  | 'text'
  | 'enum'
  | 'boolean'
  | 'integer'
  | 'decimal'
  | 'moment'
  | 'date'
  | 'guid'
  | 'other'

const kinds: Readonly<Record<string, ValueKind>> = {
  'Edm.String': 'text',
  'Edm.Boolean': 'boolean',
  'Edm.Byte': 'integer',
  'Edm.SByte': 'integer',
  'Edm.Int16': 'integer',
  'Edm.Int32': 'integer',
  'Edm.Int64': 'integer',
  'Edm.Decimal': 'decimal',
  'Edm.Double': 'decimal',
  'Edm.Single': 'decimal',
  'Edm.DateTimeOffset': 'moment',
  'Edm.Date': 'date',
  'Edm.Guid': 'guid',
}

/** Types that are not OData's own are enums: F&O's fields have no others. */
export function valueKindOf(type: string): ValueKind {
  return kinds[type] ?? (type.startsWith('Edm.') || type.includes('(') ? 'other' : 'enum')
}
