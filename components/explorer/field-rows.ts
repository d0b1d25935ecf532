import { editWords, fieldTypeWords, requiredWords } from '@/components/explorer/field-words'
import type { CatalogEnum, CatalogField, EntitySetDetail } from '@/lib/contract/catalog'
import { itemType } from '@/lib/odata/csdl/item-type'
import {
  rankOf,
  ranks,
  type Stretch,
  stretchesOf,
  toNeedle,
  toTyped,
} from '@/lib/odata/search/words'

/** A field as the table shows it. */
export type FieldRow = Readonly<{
  field: CatalogField
  /** Its type, where that is an enum. */
  choice: CatalogEnum | null
  /** Its text, or the id of it while there is none. */
  label: string | null
  type: string
  required: string | null
  edit: string | null
  /** What was sought, in its name. */
  stretches: readonly Stretch[]
  /** Whether it was found by a member of its enum, which is shown then. */
  byMember: boolean
}>

/** The fields of an entity, in the order in which the metadata has them. */
export function toFieldRows(
  { fields, enums }: EntitySetDetail,
  texts: Readonly<Record<string, string>> = {},
): FieldRow[] {
  const byName = new Map(enums.map((choice) => [choice.name, withTexts(choice, texts)]))
  return fields.map((field) => ({
    field,
    choice: byName.get(itemType(field.type)) ?? null,
    label: textOf(field.labelId, texts),
    type: fieldTypeWords(field),
    required: requiredWords(field),
    edit: editWords(field),
    stretches: [],
    byMember: false,
  }))
}

function withTexts(choice: CatalogEnum, texts: Readonly<Record<string, string>>): CatalogEnum {
  const members = choice.members.map((member) => ({
    ...member,
    labelId: textOf(member.labelId, texts),
  }))
  return { ...choice, members }
}

/** What a label says; its id while nobody knows. */
export function textOf(
  labelId: string | null,
  texts: Readonly<Record<string, string>>,
): string | null {
  return labelId !== null && Object.hasOwn(texts, labelId) ? (texts[labelId] ?? labelId) : labelId
}

/** The rows that `text` fits: by name, label, type, a word beside them or a member of their enum. */
export function findFieldRows(rows: readonly FieldRow[], text: string): readonly FieldRow[] {
  const typed = toTyped(text)
  if (typed.joined === '') return rows
  const fits = (words: string | null) =>
    words !== null && rankOf(toNeedle(words), typed) > ranks.none
  return rows.flatMap((row) => {
    const { field, choice, label, type, required, edit } = row
    if (fits(field.name)) {
      return [{ ...row, stretches: stretchesOf(toNeedle(field.name), typed) }]
    }
    if ([label, type, required, edit, field.isKey ? 'key' : null].some(fits)) return [row]
    const byMember = choice?.members.some(({ name, labelId }) => fits(name) || fits(labelId))
    return byMember ? [{ ...row, byMember: true }] : []
  })
}

export const sortColumns = ['name', 'type', 'length', 'required', 'edit', 'label'] as const
export type SortColumn = (typeof sortColumns)[number]
/** Null is the order of the metadata. */
export type Sort = Readonly<{ column: SortColumn; isDescending: boolean }> | null

const keys: Readonly<Record<SortColumn, (row: FieldRow) => string | number | null>> = {
  name: ({ field }) => field.name,
  type: ({ type }) => type,
  length: ({ field }) => field.maxLength,
  required: ({ field, required }) => (field.isRequired ? `0 ${required}` : required),
  edit: ({ edit }) => edit,
  label: ({ label }) => label,
}

/** Rows by one column, those without a value last either way. */
export function sortFieldRows(rows: readonly FieldRow[], sort: Sort): readonly FieldRow[] {
  if (!sort) return rows
  const key = keys[sort.column]
  const turn = sort.isDescending ? -1 : 1
  return rows.toSorted((one, other) => {
    const a = key(one)
    const b = key(other)
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    if (typeof a === 'number' && typeof b === 'number') return turn * (a - b)
    return turn * String(a).localeCompare(String(b), 'en')
  })
}

/** The order after a press on the head of `column`: up, down, and back to the metadata's. */
export function nextSort(sort: Sort, column: SortColumn): Sort {
  if (sort?.column !== column) return { column, isDescending: false }
  return sort.isDescending ? null : { column, isDescending: true }
}
