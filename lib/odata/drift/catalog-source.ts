import { itemType } from '@/lib/odata/csdl/item-type'
import type { Csdl, CsdlOperation, CsdlResource, CsdlType } from '@/lib/odata/csdl/model'

/** What a catalog is asked for by name. */
export type SourceKind = 'set' | 'type' | 'operations'

/** A catalog that tells one thing after the other, so that nobody has to hold the whole of it. */
export type CatalogSource = Readonly<{
  /** Places by name. Things at the same place, or at one that is near, are cheap to read in turn. */
  places: (kind: SourceKind) => Promise<Readonly<Record<string, number>>>
  set: (name: string) => Promise<CsdlResource | undefined>
  /** By its qualified name. */
  type: (name: string) => Promise<CsdlType | undefined>
  /** Those bound to the type of this name; to none, where it is empty. */
  operations: (boundTo: string) => Promise<readonly CsdlOperation[]>
}>

/** A document that is held in memory as a source. */
export function csdlSource({ types, operations, resources }: Csdl): CatalogSource {
  const sets = new Map(resources.map((resource) => [resource.name, resource]))
  const bound = new Map<string, CsdlOperation[]>()
  for (const operation of operations) {
    const [first] = operation.isBound ? operation.parameters : []
    const on = itemType(first?.type ?? '')
    bound.set(on, [...(bound.get(on) ?? []), operation])
  }
  const names = { set: sets, type: types, operations: bound }
  return {
    places: async (kind) =>
      Object.fromEntries([...names[kind].keys()].map((name, place) => [name, place])),
    set: async (name) => sets.get(name),
    type: async (name) => types.get(name),
    operations: async (boundTo) => bound.get(boundTo) ?? [],
  }
}
