import type { CsdlEnumType, CsdlNavigation, CsdlOperation } from '@/lib/odata/csdl/model'
import { fieldFacts, lostFieldFacts, newFieldFacts } from '@/lib/odata/drift/compare-fields'
import { operationFacts, signature } from '@/lib/odata/drift/compare-operations'
import type { DriftFact, DriftKind } from '@/lib/odata/drift/drift'
import type { FoundChange } from '@/lib/odata/drift/drift-collector'
import type { EntityShape } from '@/lib/odata/drift/entity-shape'
import { always, appeared, differing, vanished } from '@/lib/odata/drift/facts'

type Pair<T> = Readonly<{ before: T; after: T }>

/** What is different inside two shapes: their fields, relations and operations. */
export function shapeChanges(owner: string, { before, after }: Pair<EntityShape>): FoundChange[] {
  return [
    ...changesOf(
      { kind: 'field', owner },
      { before: before.fields, after: after.fields },
      { added: newFieldFacts, removed: lostFieldFacts, changed: fieldFacts },
    ),
    ...changesOf(
      { kind: 'relation', owner },
      { before: before.relations, after: after.relations },
      {
        added: ({ target }: CsdlNavigation) => appeared('leads to', target),
        removed: ({ target }: CsdlNavigation) => vanished('leads to', target),
        changed: relationFacts,
      },
    ),
    ...operationChanges(owner, { before: before.operations, after: after.operations }),
  ]
}

/** What is different about the actions and functions of one owner. */
export function operationChanges(
  owner: string,
  pair: Pair<ReadonlyMap<string, CsdlOperation>>,
): FoundChange[] {
  return changesOf({ kind: 'operation', owner }, pair, {
    added: (operation) => appeared('is', signature(operation)),
    removed: (operation) => vanished('is', signature(operation)),
    changed: operationFacts,
  })
}

/** What is different about an enum and its members. */
export function enumChanges({ before, after }: Pair<CsdlEnumType>): FoundChange[] {
  const owner = after.name
  const facts = [
    ...differing('values are', [before.underlyingType, after.underlyingType], always),
    ...differing('several at once', [before.isFlags === true, after.isFlags === true], always),
  ]
  const values = (type: CsdlEnumType) =>
    new Map(type.members.map(({ name, value }) => [name, value]))
  return [
    ...(facts.length > 0
      ? [{ kind: 'enum', verb: 'changed', owner, name: owner, facts } as const]
      : []),
    ...changesOf(
      { kind: 'member', owner },
      { before: values(before), after: values(after) },
      {
        added: (value) => appeared('value', value),
        removed: (value) => vanished('value', value),
        changed: (from, to) => differing('value', [from, to], always),
      },
    ),
  ]
}

type Words<T> = Readonly<{
  added: (thing: T) => DriftFact[]
  removed: (thing: T) => DriftFact[]
  changed: (before: T, after: T) => DriftFact[]
}>

function changesOf<T extends object | string>(
  about: Readonly<{ kind: DriftKind; owner: string }>,
  { before, after }: Pair<ReadonlyMap<string, T>>,
  words: Words<T>,
): FoundChange[] {
  const found: FoundChange[] = []
  for (const [name, thing] of before) {
    const same = after.get(name)
    if (same === undefined) {
      found.push({ ...about, verb: 'removed', name, facts: words.removed(thing) })
      continue
    }
    const facts = words.changed(thing, same)
    if (facts.length > 0) found.push({ ...about, verb: 'changed', name, facts })
  }
  for (const [name, thing] of after) {
    if (before.has(name)) continue
    found.push({ ...about, verb: 'added', name, facts: words.added(thing) })
  }
  return found
}

function relationFacts(before: CsdlNavigation, after: CsdlNavigation): DriftFact[] {
  const many = ({ isCollection }: CsdlNavigation) => isCollection === true
  return [
    ...differing('leads to', [before.target, after.target], always),
    ...differing('to many', [many(before), many(after)], always),
  ]
}
