import { itemType } from '@/lib/odata/csdl/item-type'
import type {
  CsdlNavigation,
  CsdlOperation,
  CsdlProperty,
  CsdlStructuredType,
} from '@/lib/odata/csdl/model'
import type { CatalogSource } from '@/lib/odata/drift/catalog-source'
import { byCall } from '@/lib/odata/drift/compare-operations'

/** A structured type with all that it inherits, by name. */
export type EntityShape = Readonly<{
  /** Its own name and those of the types that it derives from. */
  types: readonly string[]
  key: readonly string[]
  isReadOnly: boolean
  fields: ReadonlyMap<string, CsdlProperty>
  relations: ReadonlyMap<string, CsdlNavigation>
  operations: ReadonlyMap<string, CsdlOperation>
}>

const inheritanceMax = 32

/** The shape of the type `name`; empty where the catalog does not declare it. */
export async function shapeOf(source: CatalogSource, name: string): Promise<EntityShape> {
  const line: CsdlStructuredType[] = []
  let next: string | undefined = name
  while (next !== undefined && line.length < inheritanceMax) {
    const type = await source.type(next)
    if (type?.kind !== 'entity' && type?.kind !== 'complex') break
    line.push(type)
    next = type.baseType
  }
  const types = line.map((type) => type.name)
  const bound: CsdlOperation[] = []
  for (const type of types) bound.push(...(await source.operations(type)))
  return {
    types,
    key: line.find(({ key }) => key.length > 0)?.key.map((part) => part.name) ?? [],
    isReadOnly: line[0]?.isReadOnly === true,
    fields: named(line.flatMap(({ properties }) => properties)),
    relations: named(line.flatMap(({ navigations }) => navigations)),
    operations: byCall(bound),
  }
}

function named<T extends Readonly<{ name: string }>>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.name, thing]))
}

/** Names of the types that the fields of a shape have, those of OData itself left out. */
export function typesInside({ fields }: EntityShape): [field: string, type: string][] {
  return [...fields.values()]
    .map(({ name, type }): [string, string] => [name, itemType(type)])
    .filter(([, type]) => !type.startsWith('Edm.'))
}
