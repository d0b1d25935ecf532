import type { SearchData } from '@/lib/odata/search/search-data'
import { type Needle, toNeedle } from '@/lib/odata/search/words'

/** What an entity set can be found by beside its own name and label. */
export type EntryKind = 'field' | 'field-label' | 'enum-member'

/** Of one text that occurs in many places: the text, and where. */
export type Entry = Readonly<{
  by: EntryKind
  needle: Needle
  text: string
  /** Where the needle begins in the text. */
  shift: number
  /** Indexes of the sets that have it. */
  sets: Int32Array
  /** Name of the field. */
  field: string
}>

/** The text of a label: looked up where it is an id, itself where it is none. */
export function labelText(
  id: string | undefined,
  labels: Readonly<Record<string, string>>,
): string | undefined {
  if (id === undefined) return undefined
  return labels[id] ?? (id.startsWith('@') ? undefined : id)
}

/** One entry for each text and field, however many entities share them. */
export function toEntries(data: SearchData, labels: Readonly<Record<string, string>>): Entry[] {
  const setsOfField = postings(data)
  const { names } = data.fields
  const found = new Entries()
  for (const [field, name] of names.entries()) {
    found.add({ by: 'field', text: name, field: name }, setsOfField[field] ?? [])
    const label = labelText(data.labels[data.fields.labels[field] ?? -1], labels)
    if (label !== undefined) {
      found.add({ by: 'field-label', text: label, field: name }, setsOfField[field] ?? [])
    }
  }
  addMembers(found, data, setsOfField)
  return found.finish()
}

/** Of each field, the sets that have it. */
function postings({ sets, fields }: SearchData): number[][] {
  const found: number[][] = fields.names.map(() => [])
  for (const [set, { fields: own }] of sets.entries()) {
    for (const field of own) found[field]?.push(set)
  }
  return found
}

function addMembers(
  found: Entries,
  { fields, types, enums }: SearchData,
  setsOfField: readonly (readonly number[])[],
): void {
  const setsOfType = setsOfEnums({ fields, types, enums }, setsOfField)
  for (const [type, sets] of setsOfType) {
    const name = types[type] ?? ''
    const short = name.slice(name.lastIndexOf('.') + 1)
    for (const member of enums[name] ?? []) {
      const facts = { by: 'enum-member', text: `${short}.${member}`, field: '' } as const
      found.add({ ...facts, shift: short.length + 1 }, sets)
    }
  }
}

/** Of each enum type, the sets that have a field of it. */
function setsOfEnums(
  { fields, types, enums }: Pick<SearchData, 'fields' | 'types' | 'enums'>,
  setsOfField: readonly (readonly number[])[],
): Map<number, Set<number>> {
  const setsOfType = new Map<number, Set<number>>()
  for (const [field, type] of fields.types.entries()) {
    if (enums[types[type] ?? ''] === undefined) continue
    const sets = setsOfType.get(type) ?? new Set()
    for (const set of setsOfField[field] ?? []) sets.add(set)
    setsOfType.set(type, sets)
  }
  return setsOfType
}

type Facts = Pick<Entry, 'by' | 'text' | 'field'> & Readonly<{ shift?: number }>

/** Puts together what has the same text. */
class Entries {
  readonly #byKey = new Map<string, { facts: Facts; sets: Set<number> }>()

  add(facts: Facts, sets: Iterable<number>): void {
    const key = `${facts.by}\n${facts.text}\n${facts.field}`
    const known = this.#byKey.get(key)
    if (!known) this.#byKey.set(key, { facts, sets: new Set(sets) })
    else for (const set of sets) known.sets.add(set)
  }

  finish(): Entry[] {
    return [...this.#byKey.values()].map(({ facts, sets }) => {
      const shift = facts.shift ?? 0
      const needle = toNeedle(facts.text.slice(shift))
      return { ...facts, shift, needle, sets: Int32Array.from(sets) }
    })
  }
}
