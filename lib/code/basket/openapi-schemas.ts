import type { TypeNames } from '@/lib/code/basket/type-names'
import type { CatalogEnum, CatalogField, EntitySetDetail } from '@/lib/contract/catalog'
import { itemType } from '@/lib/odata/csdl/item-type'

type Schema = Readonly<Record<string, unknown>>

/** JSON as F&O sends it. */
const edmSchemas: Readonly<Record<string, Schema>> = {
  'Edm.String': { type: 'string' },
  'Edm.Boolean': { type: 'boolean' },
  'Edm.Byte': { type: 'integer', minimum: 0, maximum: 255 },
  'Edm.SByte': { type: 'integer', minimum: -128, maximum: 127 },
  'Edm.Int16': { type: 'integer', minimum: -32_768, maximum: 32_767 },
  'Edm.Int32': { type: 'integer', format: 'int32' },
  'Edm.Int64': { type: 'integer', format: 'int64' },
  'Edm.Decimal': { type: 'number' },
  'Edm.Double': { type: 'number', format: 'double' },
  'Edm.Single': { type: 'number', format: 'float' },
  'Edm.DateTimeOffset': { type: 'string', format: 'date-time' },
  'Edm.Date': { type: 'string', format: 'date' },
  'Edm.TimeOfDay': { type: 'string' },
  'Edm.Duration': { type: 'string', format: 'duration' },
  'Edm.Guid': { type: 'string', format: 'uuid' },
  'Edm.Binary': { type: 'string', contentEncoding: 'base64url' },
}

/** The schemas of a basket: a row of each entity set, and the enums of their fields. */
export function toSchemas(
  details: readonly EntitySetDetail[],
  names: TypeNames,
): Readonly<Record<string, object>> {
  const enums = details.flatMap((detail) => detail.enums)
  return Object.fromEntries([
    ...details.map((detail) => [names.ofSet(detail.name), rowOf(detail, { details, names })]),
    ...enums.map((one) => [names.ofEnum(one.name), enumSchema(one)]),
  ])
}

/** Refers to the schema of a row. */
export function toRowSchema({ name }: EntitySetDetail, names: TypeNames): object {
  return refTo(names.ofSet(name))
}

function refTo(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` }
}

function enumSchema({ members, isFlags }: CatalogEnum): Schema {
  // Flags that are set together come as one text, with commas.
  if (isFlags || members.length === 0) return { type: 'string' }
  return { type: 'string', enum: [...new Set(members.map(({ name }) => name))] }
}

type Around = Readonly<{ details: readonly EntitySetDetail[]; names: TypeNames }>

function rowOf(detail: EntitySetDetail, { details, names }: Around): object {
  const expanded = detail.relations.flatMap(({ name, targetSet, isCollection }) => {
    const target = details.find((other) => other.name === targetSet)
    if (!target) return []
    const row = refTo(names.ofSet(target.name))
    return [[name, isCollection ? { type: 'array', items: row } : row]]
  })
  const fields = detail.fields.map((field) => [field.name, toFieldSchema(field, names)])
  return { type: 'object', properties: Object.fromEntries([...expanded, ...fields]) }
}

/** The schema of a field's value. */
export function toFieldSchema(field: CatalogField, names: TypeNames): Schema {
  const item = itemSchema(field, names)
  const isList = field.type.startsWith('Collection(')
  const schema = isList ? { type: 'array', items: item } : orNull(item, field.nullable)
  const isReadOnly = !field.allowEdit && !field.allowEditOnCreate
  return isReadOnly ? { ...schema, readOnly: true } : schema
}

function itemSchema({ type, maxLength }: CatalogField, names: TypeNames): Schema {
  const item = itemType(type)
  const own = names.ofEnum(item)
  if (own !== undefined) return refTo(own)
  const schema = edmSchemas[item] ?? {}
  return item === 'Edm.String' && maxLength !== null ? { ...schema, maxLength } : schema
}

function orNull(schema: Schema, nullable: boolean): Schema {
  if (!nullable) return schema
  if ('$ref' in schema) return { anyOf: [schema, { type: 'null' }] }
  return typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema
}
