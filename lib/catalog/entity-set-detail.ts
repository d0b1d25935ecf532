import { CatalogError } from '@/lib/catalog/errors'
import { catalogsOf } from '@/lib/catalog/kept-catalogs'
import { readThings } from '@/lib/catalog/store/read-catalog'
import { toFields, toOperations, toRelations } from '@/lib/catalog/to-detail'
import type { EntitySetDetail } from '@/lib/contract/catalog'
import type { Context } from '@/lib/log/context'
import { itemType } from '@/lib/odata/csdl/item-type'
import type {
  CsdlEnumType,
  CsdlOperation,
  CsdlResource,
  CsdlStructuredType,
  CsdlType,
} from '@/lib/odata/csdl/model'

const inheritanceMax = 32

/**
 * What the present catalog of a connection, or the one of a file, says of one entity set.
 *
 * @throws {ConnectionError} `not_found` for the connection
 * @throws {CatalogError} `no_catalog` before the first reading, `no_entity_set`
 */
export async function entitySetDetail(
  ctx: Context,
  ownerId: string,
  name: string,
): Promise<EntitySetDetail> {
  const [reading] = (await catalogsOf(ctx, ownerId)).readings
  if (!reading) throw new CatalogError('no_catalog', 'The catalog has not been read yet.')
  const { catalogId, hash } = reading
  const set = (await readThings<CsdlResource>(catalogId, 'set', [name])).get(name)
  if (!set) throw new CatalogError('no_entity_set', `The catalog has no entity set "${name}".`)

  const line = await typeLine(catalogId, set.type)
  const key = line.find((type) => type.key.length > 0)?.key.map((part) => part.name) ?? []
  const fields = toFields(line, key)
  return {
    hash,
    name: set.name,
    type: set.type,
    isSingleton: set.kind === 'singleton',
    isReadOnly: set.isReadOnly === true || line[0]?.isReadOnly === true,
    labelId: set.labelId ?? line[0]?.labelId ?? null,
    key,
    fields,
    enums: await enumsOf(
      catalogId,
      fields.map(({ type }) => itemType(type)),
    ),
    relations: toRelations(line, set),
    operations: await operationsOf(catalogId, line),
  }
}

/** A type and those that it derives from, itself first. */
async function typeLine(catalogId: string, name: string): Promise<CsdlStructuredType[]> {
  const line: CsdlStructuredType[] = []
  let next: string | undefined = name
  while (next !== undefined && line.length < inheritanceMax) {
    const type: CsdlType | undefined = (await readThings<CsdlType>(catalogId, 'type', [next])).get(
      next,
    )
    if (type?.kind !== 'entity') break
    line.push(type)
    next = type.baseType
  }
  return line
}

async function enumsOf(
  catalogId: string,
  types: readonly string[],
): Promise<EntitySetDetail['enums']> {
  const own = [...new Set(types.filter((type) => !type.startsWith('Edm.')))]
  const found = await readThings<CsdlType>(catalogId, 'type', own)
  return [...found.values()].filter(isEnum).map(({ name, isFlags, members }) => ({
    name,
    isFlags: isFlags === true,
    members: members.map((member) => ({ labelId: null, ...member })),
  }))
}

function isEnum(type: CsdlType): type is CsdlEnumType {
  return type.kind === 'enum'
}

async function operationsOf(
  catalogId: string,
  line: readonly CsdlStructuredType[],
): Promise<EntitySetDetail['operations']> {
  const names = line.map((type) => type.name)
  const found = await readThings<CsdlOperation[]>(catalogId, 'operations', names)
  return toOperations(names.flatMap((name) => found.get(name) ?? []))
}
