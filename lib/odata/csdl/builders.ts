import type {
  Annotations,
  CsdlEnumType,
  CsdlNavigation,
  CsdlOperation,
  CsdlProperty,
  CsdlResource,
  CsdlStructuredType,
  FinopsFacts,
} from '@/lib/odata/csdl/model'

/** The same shapes while they are filled in. */
export type Mutable<T> = { -readonly [K in keyof T]: Growing<T[K]> }
type Growing<T> = T extends readonly (infer Item)[] ? Item[] : T
type MutableType<T> = Omit<Mutable<T>, 'navigations'> & { navigations: NavigationBuilder[] }

/** Attributes of an element, by the names in which the document has them. */
export type Attributes = Readonly<Record<string, string>>

/** Whatever annotations may be said of. */
export type Host = { annotations?: Annotations } & Mutable<FinopsFacts>

export type NavigationBuilder = Mutable<CsdlNavigation>
export type StructuredBuilder = MutableType<CsdlStructuredType>
export type EnumBuilder = Mutable<CsdlEnumType>
export type OperationBuilder = Mutable<CsdlOperation>
export type ResourceBuilder = Mutable<CsdlResource>

/** Makes qualified names of names with an alias. */
export type Qualify = (name: string) => string

const collection = 'Collection('

/** The item of a collection type; undefined for any other. */
function itemOf(type: string): string | undefined {
  return type.startsWith(collection) ? type.slice(collection.length, -1) : undefined
}

/** `Collection(self.Line)` -> `Collection(Sales.Line)` */
export function qualifiedType(type: string, qualify: Qualify): string {
  const item = itemOf(type)
  return item === undefined ? qualify(type) : `Collection(${qualify(item)})`
}

export function toProperty(attributes: Attributes, qualify: Qualify): Mutable<CsdlProperty> {
  const property: Mutable<CsdlProperty> = {
    name: attributes.Name ?? '',
    type: qualifiedType(attributes.Type ?? 'Edm.String', qualify),
  }
  if (attributes.Nullable === 'false') property.nullable = false
  const { MaxLength, Precision, Scale, DefaultValue } = attributes
  // `max` and `variable` say that there is no number to tell.
  if (isNumber(MaxLength)) property.maxLength = Number(MaxLength)
  if (isNumber(Precision)) property.precision = Number(Precision)
  if (isNumber(Scale)) property.scale = Number(Scale)
  if (DefaultValue !== undefined) property.defaultValue = DefaultValue
  return property
}

export function toNavigation(attributes: Attributes, qualify: Qualify): NavigationBuilder {
  const type = attributes.Type ?? ''
  const item = itemOf(type)
  const navigation: NavigationBuilder = {
    name: attributes.Name ?? '',
    target: qualify(item ?? type),
  }
  if (item !== undefined) navigation.isCollection = true
  if (attributes.Nullable === 'false') navigation.nullable = false
  if (attributes.Partner !== undefined) navigation.partner = attributes.Partner
  if (attributes.ContainsTarget === 'true') navigation.containsTarget = true
  return navigation
}

export function toStructured(
  { kind, name }: Readonly<{ kind: 'entity' | 'complex'; name: string }>,
  attributes: Attributes,
  qualify: Qualify,
): StructuredBuilder {
  const type: StructuredBuilder = { kind, name, key: [], properties: [], navigations: [] }
  if (attributes.BaseType !== undefined) type.baseType = qualify(attributes.BaseType)
  if (attributes.Abstract === 'true') type.isAbstract = true
  if (attributes.OpenType === 'true') type.isOpen = true
  if (attributes.HasStream === 'true') type.hasStream = true
  return type
}

export function toEnum(name: string, attributes: Attributes): EnumBuilder {
  const type: EnumBuilder = { kind: 'enum', name, members: [] }
  if (attributes.UnderlyingType !== undefined) type.underlyingType = attributes.UnderlyingType
  if (attributes.IsFlags === 'true') type.isFlags = true
  return type
}

export function toOperation(
  element: 'Action' | 'Function',
  name: string,
  attributes: Attributes,
): OperationBuilder {
  const kind = element === 'Action' ? 'action' : 'function'
  const operation: OperationBuilder = { kind, name, parameters: [] }
  if (attributes.IsBound === 'true') operation.isBound = true
  if (attributes.IsComposable === 'true') operation.isComposable = true
  if (attributes.EntitySetPath !== undefined) operation.entitySetPath = attributes.EntitySetPath
  return operation
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^\d+$/.test(text)
}

/**
 * The value of an enum member that states none: one more than the one before it.
 *
 * @see OData CSDL XML 4.01, section 10.3
 */
export function nextValue({ members }: EnumBuilder): string {
  const last = members.at(-1)?.value
  return last === undefined ? '0' : String(BigInt(isInteger(last) ? last : '0') + 1n)
}

function isInteger(text: string): boolean {
  return /^-?\d+$/.test(text)
}
