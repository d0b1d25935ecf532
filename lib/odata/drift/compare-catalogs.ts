import type { CsdlResource, CsdlType } from '@/lib/odata/csdl/model'
import type { CatalogSource, SourceKind } from '@/lib/odata/drift/catalog-source'
import { keyFacts } from '@/lib/odata/drift/compare-fields'
import { byCall } from '@/lib/odata/drift/compare-operations'
import { enumChanges, operationChanges, shapeChanges } from '@/lib/odata/drift/compare-shapes'
import type { Drift, DriftFact, DriftKind } from '@/lib/odata/drift/drift'
import { DriftCollector } from '@/lib/odata/drift/drift-collector'
import { type EntityShape, shapeOf, typesInside } from '@/lib/odata/drift/entity-shape'
import { always, appeared, differing, onceSet, onceUnset, vanished } from '@/lib/odata/drift/facts'

export type DriftOptions = Readonly<{
  /** Entity sets (`CustomersV3`) and fields (`CustomersV3/CustomerAccount`) that are told first. */
  usedFirst: ReadonlySet<string>
  /** How many changes are told; all of them are counted. */
  changesMax: number
  signal: AbortSignal
}>

type Sides = Readonly<{ before: CatalogSource; after: CatalogSource }>
type Shapes = Readonly<{ before: EntityShape; after: EntityShape }>

/**
 * Tells what is different in `after`. Each thing is read when its turn comes and let go again, so
 * that what is held is the differences and a few blocks, however large the catalogs are.
 *
 * A change breaks when a request that was right before may fail, or an answer may hold what a
 * reader has no room for: something is gone, narrowed, or asked for that was not.
 */
export async function compareCatalogs(sides: Sides, options: DriftOptions): Promise<Drift> {
  const comparison = new Comparison(sides, options)
  await comparison.compareSets()
  await comparison.compareTypes()
  await comparison.compareOperations()
  return comparison.finish()
}

class Comparison {
  readonly #sides: Sides
  readonly #signal: AbortSignal
  readonly #found: DriftCollector
  /** Types that entity sets have: they are told of with their sets. */
  readonly #reached = new Set<string>()

  constructor(sides: Sides, { signal, ...options }: DriftOptions) {
    this.#sides = sides
    this.#signal = signal
    this.#found = new DriftCollector(options)
  }

  finish(): Drift {
    return this.#found.finish()
  }

  async compareSets(): Promise<void> {
    for (const name of await this.#setsByType()) {
      this.#signal.throwIfAborted()
      const before = await this.#sides.before.set(name)
      const after = await this.#sides.after.set(name)
      const shapes = {
        before: await this.#shapeOf(this.#sides.before, before),
        after: await this.#shapeOf(this.#sides.after, after),
      }
      this.#noteUse(name, shapes.before)
      if (before && after) this.#compareSet([before, after], shapes)
      else if (after) this.#addSet(after, shapes.after)
      else if (before) this.#removeSet(before, shapes.before)
    }
  }

  /** Enums, complex types, and entity types that no entity set has. */
  async compareTypes(): Promise<void> {
    const names = await this.#names('type')
    for (const name of names.filter((candidate) => !this.#reached.has(candidate))) {
      this.#signal.throwIfAborted()
      const before = await this.#sides.before.type(name)
      const after = await this.#sides.after.type(name)
      if (before && after && before.kind === after.kind) {
        await this.#compareType(before, after)
        continue
      }
      if (before) this.#addType('removed', before)
      if (after) this.#addType('added', after)
    }
  }

  /** What is bound to no entity set. */
  async compareOperations(): Promise<void> {
    for (const on of await this.#names('operations')) {
      if (this.#reached.has(on)) continue
      const changes = operationChanges(on, {
        before: byCall(await this.#sides.before.operations(on)),
        after: byCall(await this.#sides.after.operations(on)),
      })
      for (const change of changes) this.#found.add(change)
    }
  }

  /** Names of all entity sets, those together whose types lie together. */
  async #setsByType(): Promise<string[]> {
    const { before, after } = this.#sides
    const names = await this.#names('set')
    const [placesBefore, placesAfter] = [await before.places('type'), await after.places('type')]
    const places = new Map<string, number>()
    for (const name of names) {
      const type = (await before.set(name))?.type ?? (await after.set(name))?.type ?? ''
      places.set(name, placesBefore[type] ?? placesAfter[type] ?? 0)
    }
    return names.sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0))
  }

  async #names(kind: SourceKind): Promise<string[]> {
    const before = await this.#sides.before.places(kind)
    const after = await this.#sides.after.places(kind)
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
  }

  async #shapeOf(source: CatalogSource, set: CsdlResource | undefined): Promise<EntityShape> {
    const shape = await shapeOf(source, set?.type ?? '')
    for (const type of shape.types) this.#reached.add(type)
    return shape
  }

  #compareSet(pair: readonly [CsdlResource, CsdlResource], shapes: Shapes): void {
    const [, { name }] = pair
    const facts = setFacts(pair, shapes)
    if (facts.length > 0) {
      this.#found.add({ kind: 'entity-set', verb: 'changed', owner: name, name, facts })
    }
    for (const change of shapeChanges(name, shapes)) this.#found.add(change)
  }

  #addSet({ name, type }: CsdlResource, { fields, isReadOnly }: EntityShape): void {
    const readOnly = isReadOnly ? appeared('read-only', true) : []
    const facts = [...appeared('type', type), ...appeared('fields', fields.size), ...readOnly]
    this.#found.add({ kind: 'entity-set', verb: 'added', owner: name, name, facts })
  }

  #removeSet({ name, type }: CsdlResource, { fields }: EntityShape): void {
    const facts = [...vanished('type', type), ...vanished('fields', fields.size)]
    this.#found.add({ kind: 'entity-set', verb: 'removed', owner: name, name, facts })
  }

  #noteUse(set: string, shape: EntityShape): void {
    if (!this.#found.usesSet(set)) return
    for (const [field, type] of typesInside(shape)) {
      if (this.#found.usesField(set, field)) this.#found.markType(type)
    }
  }

  async #compareType(before: CsdlType, after: CsdlType): Promise<void> {
    if (before.kind === 'enum' && after.kind === 'enum') {
      for (const change of enumChanges({ before, after })) this.#found.add(change)
      return
    }
    const { name } = after
    if (before.kind === 'definition' && after.kind === 'definition') {
      const facts = differing('is', [before.underlyingType, after.underlyingType], always)
      const about = { kind: 'type', verb: 'changed', owner: name, name } as const
      if (facts.length > 0) this.#found.add({ ...about, facts })
      return
    }
    // Operations bound to it are told by themselves.
    const none = new Map()
    const shapes = {
      before: { ...(await shapeOf(this.#sides.before, name)), operations: none },
      after: { ...(await shapeOf(this.#sides.after, name)), operations: none },
    }
    for (const change of shapeChanges(name, shapes)) this.#found.add(change)
  }

  #addType(verb: 'added' | 'removed', type: CsdlType): void {
    const kind: DriftKind = type.kind === 'enum' ? 'enum' : 'type'
    const tell = verb === 'added' ? appeared : vanished
    const facts = type.kind === 'enum' ? tell('members', type.members.length) : []
    this.#found.add({ kind, verb, owner: type.name, name: type.name, facts })
  }
}

function setFacts(
  [before, after]: readonly [CsdlResource, CsdlResource],
  shapes: Shapes,
): DriftFact[] {
  const isReadOnly = (set: CsdlResource, shape: EntityShape) =>
    set.isReadOnly === true || shape.isReadOnly
  const isConfigured = (set: CsdlResource) => set.isConfigured !== false
  return [
    ...differing('kind', [before.kind, after.kind], always),
    ...differing('type', [before.type, after.type], always),
    ...keyFacts(shapes.before.key, shapes.after.key),
    ...differing(
      'read-only',
      [isReadOnly(before, shapes.before), isReadOnly(after, shapes.after)],
      onceSet,
    ),
    ...differing('switched on', [isConfigured(before), isConfigured(after)], onceUnset),
  ]
}
