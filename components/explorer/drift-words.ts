import { toMoment } from '@/components/ui/duration'
import type { DriftSide } from '@/lib/contract/drift'
import type { DriftChange, DriftFact, DriftKind } from '@/lib/odata/drift/drift'

const kindWords: Readonly<Record<DriftKind, string>> = {
  'entity-set': 'entity set',
  field: 'field',
  relation: 'relation',
  operation: 'action',
  enum: 'enum',
  member: 'member',
  type: 'type',
}

export function kindWord(kind: DriftKind): string {
  return kindWords[kind]
}

/** What something is called without the namespace that everything has. */
export function shortName(name: string): string {
  return name.replace(/^(?:\w+\.)+(?=\w)/, '')
}

/** Types in a signature or a value without their namespaces. */
function shortValue(value: string): string {
  return value.replace(/\b(?:\w+\.)+(?=\w)/g, '')
}

/** Where a change is found: an entity set, an enum, or what belongs to none. */
export function ownerWord({ owner }: Pick<DriftChange, 'owner'>): string {
  return owner === '' ? 'Bound to no entity' : shortName(owner)
}

/** "length 60 → 20", "now mandatory", "12 fields", "Edm.String" */
export function factWords({ fact, before, after }: DriftFact): string {
  const only = before === null ? after : before
  if (before === null || after === null) return oneSidedWords(fact, only ?? '')
  if (isYesOrNo(before) && isYesOrNo(after)) {
    return `${after === 'yes' ? 'now' : 'no longer'} ${fact}`
  }
  return `${namedAs(fact)}${shortValue(before)} → ${shortValue(after)}`
}

/** What was added is told, or what is gone. */
function oneSidedWords(fact: string, value: string): string {
  if (value === 'yes') return fact
  return isCounted(fact) ? `${value} ${fact}` : namedAs(fact) + shortValue(value)
}

/** A value that speaks for itself needs no name before it. */
function namedAs(fact: string): string {
  return fact === 'is' || fact === 'type' || fact === 'value' ? '' : `${fact} `
}

function isCounted(fact: string): boolean {
  return fact === 'fields' || fact === 'members'
}

function isYesOrNo(value: string): boolean {
  return value === 'yes' || value === 'no'
}

/** "Contoso UAT, 25 Nov 2026, 09:12:00 UTC" */
export function sideWords({ name, readAt }: DriftSide): string {
  return `${name}, ${toMoment(readAt)}`
}
