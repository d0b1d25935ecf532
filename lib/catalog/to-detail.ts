import type { CatalogField, CatalogOperation, CatalogRelation } from '@/lib/contract/catalog'
import type {
  CsdlNavigation,
  CsdlOperation,
  CsdlProperty,
  CsdlResource,
  CsdlStructuredType,
} from '@/lib/odata/csdl/model'

/** The fields of a type and of those that it derives from (`line`, itself first), base first. */
export function toFields(
  line: readonly CsdlStructuredType[],
  key: readonly string[],
): CatalogField[] {
  return line
    .flatMap((type, depth) =>
      type.properties
        .map((property) => toField(property, key, depth === 0 ? null : type.name))
        .toReversed(),
    )
    .toReversed()
}

function toField(
  property: CsdlProperty,
  key: readonly string[],
  inheritedFrom: string | null,
): CatalogField {
  return {
    name: property.name,
    type: property.type,
    isKey: key.includes(property.name),
    nullable: property.nullable !== false,
    maxLength: property.maxLength ?? null,
    precision: property.precision ?? null,
    scale: property.scale ?? null,
    labelId: property.labelId ?? null,
    helpTextId: property.helpTextId ?? null,
    axType: property.axType ?? null,
    isRequired: property.isRequired === true,
    allowEdit: property.allowEdit !== false,
    allowEditOnCreate: property.allowEditOnCreate !== false,
    inheritedFrom,
  }
}

/** The ways out of an entity set, to the sets that its bindings name. */
export function toRelations(
  line: readonly CsdlStructuredType[],
  { bindings = [] }: CsdlResource,
): CatalogRelation[] {
  const sets = new Map(bindings)
  return line.flatMap((type) =>
    type.navigations.map((navigation) => toRelation(navigation, sets.get(navigation.name) ?? null)),
  )
}

function toRelation(navigation: CsdlNavigation, targetSet: string | null): CatalogRelation {
  return {
    name: navigation.name,
    targetType: navigation.target,
    targetSet,
    isCollection: navigation.isCollection === true,
    partner: navigation.partner ?? null,
    on: (navigation.constraints ?? []).map(([own, other]) => [own, other]),
  }
}

/** Bound operations as they are called: without the parameter that they are called on. */
export function toOperations(operations: readonly CsdlOperation[]): CatalogOperation[] {
  return operations.map(({ kind, name, parameters: [on, ...parameters], returnType }) => ({
    kind,
    name,
    boundTo: on?.type.startsWith('Collection(') ? 'collection' : 'row',
    parameters: parameters.map((parameter) => ({ nullable: true, ...parameter })),
    returnType: returnType?.type ?? null,
  }))
}
