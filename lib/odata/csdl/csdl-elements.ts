import { AnnotationReader } from '@/lib/odata/csdl/annotation-reader'
import {
  type Attributes,
  type EnumBuilder,
  type Host,
  nextValue,
  type OperationBuilder,
  qualifiedType,
  type ResourceBuilder,
  type StructuredBuilder,
  toEnum,
  toNavigation,
  toOperation,
  toProperty,
  toStructured,
} from '@/lib/odata/csdl/builders'
import type {
  CsdlEnd,
  CsdlEnumMember,
  CsdlImport,
  CsdlOperation,
  CsdlResource,
  CsdlTargetAnnotations,
  CsdlType,
} from '@/lib/odata/csdl/model'
import { NameScope } from '@/lib/odata/csdl/names'
import type { XmlWalk } from '@/lib/odata/csdl/xml-walk'

/** Who wants to know; each is told of a thing as soon as it is complete. */
export type CsdlSink = Readonly<{
  type: (type: CsdlType) => void
  operation: (operation: CsdlOperation) => void
  resource: (resource: CsdlResource) => void
  operationImport: (imported: CsdlImport) => void
  targetAnnotations: (annotations: CsdlTargetAnnotations) => void
}>

const versions = /^4\.01?$/

/** Frames that say nothing by themselves. */
const frames = new Set([
  ...['Edmx', 'DataServices', 'Reference', 'IncludeAnnotations'],
  ...['Key', 'OnDelete', 'EntityContainer'],
])

/** What the elements of a CSDL document mean. */
export class CsdlElements {
  readonly #sink: CsdlSink
  readonly #walk: XmlWalk
  readonly #names = new NameScope()
  readonly #annotations: AnnotationReader
  readonly #unknown = new Map<string, number>()
  /** Of each open element, what an annotation inside it is said of. */
  readonly #hosts: (Host | undefined)[] = []
  /** Depth of the element that is not looked into; 0 for none. */
  #skippedDepth = 0
  #version = ''
  #structured: StructuredBuilder | undefined
  #enum: EnumBuilder | undefined
  #operation: OperationBuilder | undefined
  #resource: ResourceBuilder | undefined

  constructor(sink: CsdlSink, walk: XmlWalk) {
    this.#sink = sink
    this.#walk = walk
    this.#annotations = new AnnotationReader({
      walk,
      qualify: this.#names.qualify,
      tell: sink.targetAnnotations,
      count: (element) => this.#count(element),
    })
  }

  open(name: string, attributes: Attributes): void {
    if (this.#walk.depth === 1) this.#openRoot(name, attributes)
    this.#hosts.push(this.#skippedDepth > 0 ? undefined : this.#openElement(name, attributes))
  }

  close(name: string): void {
    this.#hosts.pop()
    if (this.#skippedDepth === 0) {
      if (!this.#annotations.close(name)) this.#closeElement(name)
    } else if (this.#walk.depth < this.#skippedDepth) {
      this.#skippedDepth = 0
    }
  }

  end(): CsdlEnd {
    return {
      version: this.#version,
      namespaces: this.#names.namespaces,
      aliases: Object.fromEntries(this.#names.aliases),
      unknown: Object.fromEntries(this.#unknown),
    }
  }

  #openRoot(name: string, { Version: version }: Attributes): void {
    if (name !== 'Edmx') {
      this.#walk.fail('not_csdl', `This is no OData metadata: its root element is "${name}".`)
    }
    if (version === undefined || !versions.test(version)) {
      const has = version === undefined ? 'no version' : `version ${version}`
      this.#walk.fail('version_unsupported', `This metadata has ${has}; only OData 4 is read.`)
    }
    this.#version = version
  }

  #openElement(name: string, attributes: Attributes): Host | undefined {
    if (this.#annotations.open(name, attributes, this.#hosts.at(-1))) return undefined
    switch (name) {
      case 'Property':
        return this.#openProperty(attributes)
      case 'Member':
        return this.#openMember(attributes)
      case 'PropertyRef':
        return this.#openKeyPart(attributes)
      case 'NavigationProperty':
        return this.#openNavigation(attributes)
      case 'NavigationPropertyBinding':
        return this.#openBinding(attributes)
      case 'ReferentialConstraint':
        return this.#openConstraint(attributes)
      case 'Parameter':
      case 'ReturnType':
        return this.#openParameter(name, attributes)
      case 'Schema':
        return this.#names.openSchema(attributes.Namespace ?? '', attributes.Alias)
      case 'Include':
        return this.#names.include(attributes.Namespace, attributes.Alias)
      default:
        return frames.has(name) ? undefined : this.#openNamed(name, attributes)
    }
  }

  /** What has a name of its own in the schema or in the container. */
  #openNamed(element: string, attributes: Attributes): Host | undefined {
    const own = attributes.Name
    if (own === undefined) return this.#skip(element)
    const name = this.#names.declared(own)
    switch (element) {
      case 'EntityType':
      case 'ComplexType': {
        const kind = element === 'EntityType' ? 'entity' : 'complex'
        this.#structured = toStructured({ kind, name }, attributes, this.#names.qualify)
        return this.#structured
      }
      case 'EnumType':
        this.#enum = toEnum(name, attributes)
        return this.#enum
      case 'TypeDefinition':
        return this.#tellDefinition(name, attributes)
      case 'Action':
      case 'Function':
        this.#operation = toOperation(element, name, attributes)
        return this.#operation
      default:
        return this.#openInContainer(element, own, attributes)
    }
  }

  #openInContainer(element: string, name: string, attributes: Attributes): Host | undefined {
    switch (element) {
      case 'EntitySet':
      case 'Singleton': {
        const type = this.#names.qualify(attributes.EntityType ?? attributes.Type ?? '')
        this.#resource = { kind: element === 'EntitySet' ? 'set' : 'singleton', name, type }
        return this.#resource
      }
      case 'ActionImport':
      case 'FunctionImport':
        return this.#tellImport(element, name, attributes)
      default:
        return this.#skip(element)
    }
  }

  #closeElement(name: string): void {
    switch (name) {
      case 'EntityType':
      case 'ComplexType':
        if (this.#structured) this.#sink.type(this.#structured)
        this.#structured = undefined
        break
      case 'EnumType':
        if (this.#enum) this.#sink.type(this.#enum)
        this.#enum = undefined
        break
      case 'Action':
      case 'Function':
        if (this.#operation) this.#sink.operation(this.#operation)
        this.#operation = undefined
        break
      case 'EntitySet':
      case 'Singleton':
        if (this.#resource) this.#sink.resource(this.#resource)
        this.#resource = undefined
        break
      default:
        break
    }
  }

  #openProperty(attributes: Attributes): Host | undefined {
    if (!this.#structured) return this.#skip('Property')
    const property = toProperty(attributes, this.#names.qualify)
    this.#structured.properties.push(property)
    return property
  }

  #openKeyPart({ Name: name = '', Alias: alias }: Attributes): undefined {
    this.#structured?.key.push(alias === undefined ? { name } : { name, alias })
  }

  #openMember({ Name: name = '', Value: value }: Attributes): Host | undefined {
    if (!this.#enum) return this.#skip('Member')
    const member: Host & CsdlEnumMember = { name, value: value ?? nextValue(this.#enum) }
    this.#enum.members.push(member)
    return member
  }

  #openNavigation(attributes: Attributes): Host | undefined {
    if (!this.#structured) return this.#skip('NavigationProperty')
    const navigation = toNavigation(attributes, this.#names.qualify)
    this.#structured.navigations.push(navigation)
    return navigation
  }

  #openConstraint({ Property: own = '', ReferencedProperty: other = '' }: Attributes): undefined {
    const navigation = this.#structured?.navigations.at(-1)
    if (!navigation) return this.#skip('ReferentialConstraint')
    navigation.constraints ??= []
    navigation.constraints.push([own, other])
  }

  #openBinding({ Path: path = '', Target: target = '' }: Attributes): undefined {
    if (!this.#resource) return this.#skip('NavigationPropertyBinding')
    this.#resource.bindings ??= []
    this.#resource.bindings.push([path, target])
  }

  #openParameter(element: string, attributes: Attributes): undefined {
    if (!this.#operation) return this.#skip(element)
    const type = qualifiedType(attributes.Type ?? '', this.#names.qualify)
    const facts = attributes.Nullable === 'false' ? { type, nullable: false } : { type }
    if (element === 'ReturnType') this.#operation.returnType = facts
    else this.#operation.parameters.push({ name: attributes.Name ?? '', ...facts })
  }

  #tellDefinition(name: string, { UnderlyingType = 'Edm.String' }: Attributes): undefined {
    this.#sink.type({ kind: 'definition', name, underlyingType: UnderlyingType })
  }

  #tellImport(element: string, name: string, attributes: Attributes): undefined {
    const operation = this.#names.qualify(attributes.Action ?? attributes.Function ?? '')
    const kind = element === 'ActionImport' ? 'action' : 'function'
    const { EntitySet: entitySet } = attributes
    const imported = { kind, name, operation } as const
    this.#sink.operationImport(entitySet === undefined ? imported : { ...imported, entitySet })
  }

  /** Counts an element that is not understood, and looks at nothing inside it. */
  #skip(element: string): undefined {
    this.#count(element)
    this.#skippedDepth = this.#walk.depth
  }

  #count(element: string): void {
    this.#unknown.set(element, (this.#unknown.get(element) ?? 0) + 1)
  }
}
