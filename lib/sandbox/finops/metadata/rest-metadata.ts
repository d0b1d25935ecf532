import { labelIdOf } from '@/lib/sandbox/finops/metadata/labels'
import { type EnumType, enumTypes } from '@/lib/sandbox/finops/model/enums'
import { type EntitySet, edmNameOf, type Field, humanize } from '@/lib/sandbox/finops/model/schema'

/** One item of `/metadata/DataEntities`. */
export function toDataEntity(set: EntitySet): object {
  return {
    Name: set.dataEntity,
    PublicEntityName: set.type,
    PublicCollectionName: set.name,
    LabelId: labelIdOf(set.label),
    DataServiceEnabled: true,
    DataManagementEnabled: true,
    EntityCategory: set.category,
    IsReadOnly: set.isReadOnly,
  }
}

/** One item of `/metadata/PublicEntities`. */
export function toPublicEntity(set: EntitySet, catalog: ReadonlyMap<string, EntitySet>): object {
  return {
    Name: set.type,
    EntitySetName: set.name,
    LabelId: labelIdOf(set.label),
    IsReadOnly: set.isReadOnly,
    ConfigurationEnabled: true,
    Properties: set.fields.map(toPublicProperty),
    NavigationProperties: set.navigations.map((navigation) => ({
      Name: navigation.name,
      RelatedEntity: catalog.get(navigation.target)?.type ?? navigation.target,
      RelatedRelationName: navigation.partner,
      Cardinality: navigation.isCollection ? 'Multiple' : 'Single',
      Constraints: navigation.on.map(([own, other]) => ({
        '@odata.type': '#Microsoft.Dynamics.Metadata.RelatedFieldConstraint',
        Property: own,
        ReferencedProperty: other,
      })),
    })),
    PropertyGroups: [],
    Actions: set.actions.map((action) => ({
      Name: action.name,
      BindingKind: action.boundTo === 'row' ? 'BoundToEntityInstance' : 'BoundToEntitySet',
      Parameters: action.parameters.map((parameter) => ({
        Name: parameter.name,
        Type: { TypeName: parameter.type, IsCollection: false },
      })),
      ReturnType: action.returns && { TypeName: action.returns, IsCollection: false },
      FieldLookup: null,
    })),
  }
}

function toPublicProperty(field: Field): object {
  return {
    Name: field.name,
    TypeName: edmNameOf(field),
    DataType: dataTypeOf(field),
    LabelId: labelIdOf(humanize(field.name)),
    IsKey: field.isKey,
    IsMandatory: field.isRequired,
    ConfigurationEnabled: true,
    AllowEdit: !field.isKey,
    AllowEditOnCreate: true,
    IsDimension: /DimensionDisplayValue$/.test(field.name),
    DimensionRelation: null,
    IsDynamicDimension: false,
    DimensionLegalEntityProperty: null,
    DimensionTypeProperty: null,
  }
}

function dataTypeOf(field: Field): string {
  if (field.type === 'enum' || field.type === 'Edm.Boolean') return 'Enum'
  if (field.type === 'Edm.Decimal') return 'Real'
  return field.type === 'Edm.DateTimeOffset' ? 'UtcDateTime' : field.type.replace('Edm.', '')
}

/** One item of `/metadata/PublicEnumerations`. */
export function toPublicEnumeration(type: EnumType): object {
  return {
    Name: type.name,
    LabelId: labelIdOf(humanize(type.name)),
    Members: type.members.map(([name, value]) => ({
      Name: name,
      LabelId: labelIdOf(humanize(name)),
      Value: value,
      ConfigurationEnabled: true,
    })),
  }
}

const textsOf = new WeakMap<ReadonlyMap<string, EntitySet>, ReadonlyMap<string, string>>()

/** Every label that the metadata names, with its text. They are asked for by the thousand. */
export function labelTexts(catalog: ReadonlyMap<string, EntitySet>): ReadonlyMap<string, string> {
  const known = textsOf.get(catalog)
  if (known) return known
  const texts = new Map(allTexts(catalog).map((text) => [labelIdOf(text).toLowerCase(), text]))
  textsOf.set(catalog, texts)
  return texts
}

function allTexts(catalog: ReadonlyMap<string, EntitySet>): string[] {
  return [
    ...[...catalog.values()].flatMap((set) => [
      set.label,
      ...set.fields.map((field) => humanize(field.name)),
    ]),
    ...enumTypes.flatMap((type) => [
      humanize(type.name),
      ...type.members.map(([name]) => humanize(name)),
    ]),
  ]
}

/** The entity that a name of any kind means: its type, its set or its data entity. */
export function findEntity(
  catalog: ReadonlyMap<string, EntitySet>,
  name: string,
): EntitySet | undefined {
  return [...catalog.values()].find((set) => set.type === name || set.dataEntity === name)
}
