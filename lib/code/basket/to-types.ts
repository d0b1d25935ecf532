import { nameTypes, type TypeNames } from '@/lib/code/basket/type-names'
import { quoteDouble } from '@/lib/code/quote'
import type { CatalogEnum, CatalogField, EntitySetDetail } from '@/lib/contract/catalog'
import { itemType } from '@/lib/odata/csdl/item-type'

/** JSON as F&O sends it: 64-bit whole numbers and decimals are numbers too. */
const jsonTypes: Readonly<Record<string, string>> = {
  'Edm.Boolean': 'boolean',
  'Edm.Byte': 'number',
  'Edm.SByte': 'number',
  'Edm.Int16': 'number',
  'Edm.Int32': 'number',
  'Edm.Int64': 'number',
  'Edm.Decimal': 'number',
  'Edm.Double': 'number',
  'Edm.Single': 'number',
}

/** TypeScript types of the rows of some entity sets, and of the enums that their fields have. */
export function toTypes(details: readonly EntitySetDetail[]): string {
  const names = nameTypes(details)
  const enums = new Map(details.flatMap((detail) => detail.enums).map((one) => [one.name, one]))
  const sets = details.map(({ name }) => `  ${toKey(name)}: ${names.ofSet(name)}`)
  return [
    '// Rows as Finance & Operations sends them. Without $select every field is there.',
    ...details.map((detail) => toRow(detail, { details, names })),
    ...[...enums.values()].map((one) => toUnion(one, names)),
    `/** Every entity set of the basket, and what a row of it is. */\nexport interface EntitySets {\n${sets.join('\n')}\n}`,
  ]
    .join('\n\n')
    .concat('\n')
}

type Around = Readonly<{ details: readonly EntitySetDetail[]; names: TypeNames }>

function toRow(detail: EntitySetDetail, around: Around): string {
  const { names } = around
  const row = names.ofSet(detail.name)
  const fields = detail.fields.map((field) => toMember(field, names))
  const key = detail.key.map(quoteDouble).join(' | ')
  return [
    `/** A row of ${detail.name.replaceAll('*/', '')}. */`,
    `export interface ${row} {`,
    ...fields,
    ...toExpanded(detail, around),
    '}',
    ...(key === '' ? [] : ['', `export type ${row}_Key = Pick<${row}, ${key}>`]),
  ].join('\n')
}

function toMember(field: CatalogField, names: TypeNames): string {
  const isList = field.type.startsWith('Collection(')
  const item =
    jsonTypes[itemType(field.type)] ?? names.ofEnum(itemType(field.type)) ?? textOf(field)
  const type = isList ? `readonly (${item})[]` : item
  return `  ${toKey(field.name)}: ${type}${field.nullable && !isList ? ' | null' : ''}`
}

function textOf({ type }: CatalogField): string {
  return itemType(type).startsWith('Edm.') ? 'string' : 'unknown'
}

/** What `$expand` adds, where the entity set that it leads to is in the basket too. */
function toExpanded({ relations, fields }: EntitySetDetail, { details, names }: Around): string[] {
  const taken = new Set(fields.map(({ name }) => name))
  return relations.flatMap(({ name, targetSet, isCollection }) => {
    const target = details.find((other) => other.name === targetSet)
    if (!target || taken.has(name)) return []
    taken.add(name)
    const row = names.ofSet(target.name)
    return [`  ${toKey(name)}?: ${isCollection ? `readonly ${row}[]` : `${row} | null`}`]
  })
}

function toUnion({ name, members, isFlags }: CatalogEnum, names: TypeNames): string {
  const union = members.map((member) => quoteDouble(member.name)).join(' | ')
  // Flags that are set together come as one text, with commas.
  const type = isFlags || union === '' ? 'string' : union
  return `export type ${names.ofEnum(name) ?? 'never'} = ${type}`
}

function toKey(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : quoteDouble(name)
}
