import type {
  CsdlEnumType,
  CsdlProperty,
  CsdlResource,
  CsdlStructuredType,
  CsdlType,
} from '@/lib/odata/csdl/model'
import type { SearchableSet, SearchData } from '@/lib/odata/search/search-data'

/** What is remembered of a type until all are known: its base may come after it. */
type KnownType = Readonly<{
  baseType: string | undefined
  label: number
  isReadOnly: boolean
  keyNames: readonly string[]
  fields: readonly number[]
}>

const companyField = 'dataareaid'
const inheritanceMax = 32

/** Gathers, type by type, what a catalog can be searched by. */
export class SearchDataBuilder {
  readonly #labels = new Numbered()
  readonly #types = new Numbered()
  /** Of each name, the fields that have it: mostly one, seldom more than a few. */
  readonly #fields = new Map<string, number[]>()
  readonly #fieldNames: string[] = []
  readonly #fieldTypes: number[] = []
  readonly #fieldLabels: number[] = []
  readonly #known = new Map<string, KnownType>()
  readonly #enums = new Map<string, string[]>()
  readonly #resources: CsdlResource[] = []

  addType(type: CsdlType): void {
    if (type.kind === 'enum') this.#addEnum(type)
    else if (type.kind === 'entity') this.#addEntity(type)
  }

  addResource(resource: CsdlResource): void {
    this.#resources.push(resource)
  }

  /** Everything, once the document has ended. */
  finish(): SearchData {
    const sets = this.#resources.map((resource) => this.#toSet(resource))
    const types = this.#types.texts
    const enums: Record<string, string[]> = {}
    for (const type of types) {
      const members = this.#enums.get(type)
      if (members) enums[type] = members
    }
    return {
      sets,
      fields: { names: this.#fieldNames, types: this.#fieldTypes, labels: this.#fieldLabels },
      types,
      labels: this.#labels.texts,
      enums,
    }
  }

  #addEnum({ name, members }: CsdlEnumType): void {
    this.#enums.set(
      name,
      members.map((member) => member.name),
    )
  }

  #addEntity({ name, baseType, labelId, isReadOnly, key, properties }: CsdlStructuredType): void {
    this.#known.set(name, {
      baseType,
      label: this.#labels.indexOf(labelId),
      isReadOnly: isReadOnly === true,
      keyNames: key.map((part) => part.name),
      fields: properties.map((property) => this.#fieldOf(property)),
    })
  }

  #fieldOf({ name, type, labelId }: CsdlProperty): number {
    const same = this.#fields.get(name) ?? []
    const known = same.find(
      (field) =>
        this.#types.texts[this.#fieldTypes[field] ?? -1] === type &&
        this.#labels.texts[this.#fieldLabels[field] ?? -1] === labelId,
    )
    if (known !== undefined) return known
    const index = this.#fieldNames.length
    this.#fieldNames.push(name)
    this.#fieldTypes.push(this.#types.indexOf(type))
    this.#fieldLabels.push(this.#labels.indexOf(labelId))
    if (same.length === 0) this.#fields.set(name, same)
    same.push(index)
    return index
  }

  #toSet({ kind, name, type, isReadOnly, labelId }: CsdlResource): SearchableSet {
    const line = this.#lineOf(type)
    const own = line[0]
    const keyNames = line.find((known) => known.keyNames.length > 0)?.keyNames ?? []
    const label = this.#labels.indexOf(labelId)
    return {
      name,
      type,
      isSingleton: kind === 'singleton',
      isReadOnly: isReadOnly === true || own?.isReadOnly === true,
      isPerCompany: keyNames.some((key) => key.toLowerCase() === companyField),
      label: label < 0 ? (own?.label ?? -1) : label,
      keyParts: keyNames.length,
      fields: line.toReversed().flatMap((known) => known.fields),
    }
  }

  /** A type and those that it derives from, itself first. */
  #lineOf(name: string): KnownType[] {
    const line: KnownType[] = []
    let next: string | undefined = name
    while (next !== undefined && line.length < inheritanceMax) {
      const known = this.#known.get(next)
      if (!known) break
      line.push(known)
      next = known.baseType
    }
    return line
  }
}

/** Texts in the order in which they first came. */
class Numbered {
  readonly texts: string[] = []
  readonly #indexes = new Map<string, number>()

  /** -1 for no text. */
  indexOf(text: string | undefined): number {
    if (text === undefined) return -1
    const known = this.#indexes.get(text)
    if (known !== undefined) return known
    this.#indexes.set(text, this.texts.length)
    this.texts.push(text)
    return this.texts.length - 1
  }
}
