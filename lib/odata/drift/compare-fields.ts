import type { CsdlProperty } from '@/lib/odata/csdl/model'
import type { DriftFact } from '@/lib/odata/drift/drift'
import {
  always,
  appeared,
  differing,
  onceLess,
  onceSet,
  onceUnset,
  vanished,
} from '@/lib/odata/drift/facts'

/** Each holds every value of those before it. */
const widening = [
  ['Edm.SByte', 'Edm.Int16', 'Edm.Int32', 'Edm.Int64'],
  ['Edm.Byte', 'Edm.Int16', 'Edm.Int32', 'Edm.Int64'],
  ['Edm.Single', 'Edm.Double'],
]

/**
 * What is different about a field. It breaks where a value that was right is refused now, or one
 * may come that the reader has no room for.
 */
export function fieldFacts(before: CsdlProperty, after: CsdlProperty): DriftFact[] {
  return [
    ...differing('type', [before.type, after.type], (from, to) => !isWider(from, to)),
    ...differing('length', [before.maxLength, after.maxLength], onceLess),
    ...differing('precision', [before.precision, after.precision], onceLess),
    ...differing('scale', [before.scale, after.scale], onceLess),
    ...differing('nullable', [before.nullable !== false, after.nullable !== false], onceUnset),
    ...differing('mandatory', [before.isRequired === true, after.isRequired === true], onceSet),
    ...differing('read-only', [before.isReadOnly === true, after.isReadOnly === true], onceSet),
    ...differing('editable', [before.allowEdit !== false, after.allowEdit !== false], onceUnset),
    ...differing(
      'given when created',
      [before.allowEditOnCreate !== false, after.allowEditOnCreate !== false],
      onceUnset,
    ),
    ...differing(
      'switched on',
      [before.isConfigured !== false, after.isConfigured !== false],
      onceUnset,
    ),
  ]
}

/** What a new field is. A mandatory one breaks whoever creates rows without it. */
export function newFieldFacts({ type, maxLength, isRequired }: CsdlProperty): DriftFact[] {
  return [
    ...appeared('type', type),
    ...appeared('length', maxLength),
    ...(isRequired === true ? appeared('mandatory', true, true) : []),
  ]
}

/** What a field was. */
export function lostFieldFacts({ type, maxLength }: CsdlProperty): DriftFact[] {
  return [...vanished('type', type), ...vanished('length', maxLength)]
}

/** What is different about a key, whose order says nothing. */
export function keyFacts(before: readonly string[], after: readonly string[]): DriftFact[] {
  const same = before.length === after.length && before.every((name) => after.includes(name))
  return same ? [] : differing('key', [before.join(', '), after.join(', ')], always)
}

function isWider(before: string, after: string): boolean {
  return widening.some((line) => {
    const from = line.indexOf(before)
    return from >= 0 && line.indexOf(after) > from
  })
}
