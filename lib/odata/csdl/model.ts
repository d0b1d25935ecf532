/**
 * What a CSDL document declares, as plain data. Names are qualified (`Namespace.Name`), types are
 * written as CSDL writes them: `Edm.String`, `Collection(Edm.String)`, `Namespace.Name`. What is
 * left out has CSDL's default.
 *
 * @see OData CSDL XML 4.01
 */

/** Values of annotations by the qualified name of their term, `#Qualifier` included. */
export type Annotations = Readonly<Record<string, string>>

/** What F&O says of an entity, a field or an enum member beside CSDL's own facts. */
export type FinopsFacts = Readonly<{
  /** `@SYS7399`, to be looked up in the user's language, or the text itself. */
  labelId?: string
  helpTextId?: string
  /** X++'s own type: `Enum`, `UtcDateTime`, `Record`. */
  axType?: string
  isRequired?: boolean
  isReadOnly?: boolean
  /** False where it cannot be changed once it is there. */
  allowEdit?: boolean
  /** False where it cannot even be given with a new row. */
  allowEditOnCreate?: boolean
  /** False where the configuration key that it needs is off: there, but not in use. */
  isConfigured?: boolean
}>

export type CsdlProperty = FinopsFacts &
  Readonly<{
    name: string
    type: string
    /** True when left out, as in CSDL. */
    nullable?: boolean
    maxLength?: number
    precision?: number
    scale?: number
    defaultValue?: string
    annotations?: Annotations
  }>

export type CsdlNavigation = Readonly<{
  name: string
  /** Qualified name of the entity type at the other end. */
  target: string
  isCollection?: boolean
  nullable?: boolean
  partner?: string
  containsTarget?: boolean
  /** Pairs of a property here and the one at the other end that equals it. */
  constraints?: readonly (readonly [property: string, referenced: string])[]
  annotations?: Annotations
}>

export type CsdlKey = Readonly<{ name: string; alias?: string }>

export type CsdlStructuredType = FinopsFacts &
  Readonly<{
    kind: 'entity' | 'complex'
    name: string
    baseType?: string
    isAbstract?: boolean
    isOpen?: boolean
    hasStream?: boolean
    /** Own key; a derived type's is its base type's. Empty for complex types. */
    key: readonly CsdlKey[]
    properties: readonly CsdlProperty[]
    navigations: readonly CsdlNavigation[]
    annotations?: Annotations
  }>

export type CsdlEnumMember = Readonly<{ name: string; value: string; labelId?: string }>

export type CsdlEnumType = Readonly<{
  kind: 'enum'
  name: string
  underlyingType?: string
  isFlags?: boolean
  labelId?: string
  members: readonly CsdlEnumMember[]
  annotations?: Annotations
}>

export type CsdlTypeDefinition = Readonly<{
  kind: 'definition'
  name: string
  underlyingType: string
  annotations?: Annotations
}>

export type CsdlType = CsdlStructuredType | CsdlEnumType | CsdlTypeDefinition

export type CsdlParameter = Readonly<{ name: string; type: string; nullable?: boolean }>

export type CsdlOperation = Readonly<{
  kind: 'action' | 'function'
  name: string
  /** Where true, the first parameter is what it is called on. */
  isBound?: boolean
  isComposable?: boolean
  entitySetPath?: string
  parameters: readonly CsdlParameter[]
  returnType?: Readonly<{ type: string; nullable?: boolean }>
  annotations?: Annotations
}>

export type CsdlResource = FinopsFacts &
  Readonly<{
    kind: 'set' | 'singleton'
    name: string
    type: string
    /** Pairs of a navigation path and the entity set that it leads to. */
    bindings?: readonly (readonly [path: string, target: string])[]
    annotations?: Annotations
  }>

export type CsdlImport = Readonly<{
  kind: 'action' | 'function'
  name: string
  /** Qualified name of the operation. */
  operation: string
  entitySet?: string
}>

/** What was declared away from its target: `Namespace.Type/Property`. */
export type CsdlTargetAnnotations = Readonly<{ target: string; annotations: Annotations }>

/** What closes a document. */
export type CsdlEnd = Readonly<{
  /** `4.0` or `4.01`. */
  version: string
  namespaces: readonly string[]
  /** Namespaces by their aliases. */
  aliases: Readonly<Record<string, string>>
  /** Elements that were met and not understood, by local name and how often. */
  unknown: Readonly<Record<string, number>>
}>

/** A whole document, held in memory. */
export type Csdl = CsdlEnd &
  Readonly<{
    /** By qualified name. */
    types: ReadonlyMap<string, CsdlType>
    operations: readonly CsdlOperation[]
    /** Entity sets and singletons, in their own order. */
    resources: readonly CsdlResource[]
    imports: readonly CsdlImport[]
    targetAnnotations: readonly CsdlTargetAnnotations[]
  }>
