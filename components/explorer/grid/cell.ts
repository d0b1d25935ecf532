import { shortName } from '@/components/explorer/field-words'
import type { Column } from '@/components/explorer/grid/column'
import {
  isJsonObject,
  JsonNumber,
  type JsonValue,
  printExactJson,
} from '@/lib/odata/rows/exact-json'

/** A value as the grid shows it. */
export type Cell = Readonly<{
  kind: 'null' | 'empty' | 'number' | 'boolean' | 'date' | 'no-date' | 'enum' | 'text' | 'nested'
  text: string
  /** What else is known of it, in smaller letters: the number behind an enum member. */
  aside?: string
  /** Its tip, where the text alone would mislead. */
  hint?: string
}>

const dateLike = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/
const textMax = 300
const hintFrom = 24

/**
 * What the grid writes for a value of F&O.
 *
 * F&O has no empty date: 1900-01-01 stands for none, and 2154-12-31 for one that never comes.
 */
export function toCell(value: JsonValue | undefined, column?: Column): Cell {
  if (value === undefined) return { kind: 'null', text: '', hint: 'not part of this row' }
  if (value === null) return { kind: 'null', text: 'null' }
  if (value instanceof JsonNumber) return { kind: 'number', text: value.text }
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value) }
  if (typeof value === 'object') return toNested(value)
  if (value === '') return { kind: 'empty', text: '', hint: 'an empty text, which is not null' }
  if (column?.choice) return toEnum(value, column.choice)
  const mayBeDate = column?.field ? column.kind === 'moment' : dateLike.test(value)
  return mayBeDate ? toDate(value, column) : toText(value)
}

/** The whole value as text: what is copied, and what is shown where there is room. */
export function wholeText(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : printExactJson(value)
}

function toDate(text: string, column: Column | undefined): Cell {
  if (text.startsWith('1900-01-01')) {
    return { kind: 'no-date', text: 'no date', hint: `${text}: how F&O writes an empty date` }
  }
  if (text.startsWith('2154-12-31')) {
    return { kind: 'no-date', text: 'never', hint: `${text}: how F&O writes "never ends"` }
  }
  const hasTime = column?.field?.axType === 'UtcDateTime'
  const short = hasTime ? text : text.replace(/T(00|12):00:00(\.0+)?Z$/, '')
  return { kind: 'date', text: short.replace(/T(.*)Z$/, ' $1'), hint: text }
}

function toEnum(member: string, choice: NonNullable<Column['choice']>): Cell {
  const type = shortName(choice.name)
  const known = choice.members.find(({ name }) => name === member)
  if (!known) return { kind: 'enum', text: member, hint: `${type} has no value of this name` }
  const label = known.labelId ? ` · ${known.labelId}` : ''
  return {
    kind: 'enum',
    text: member,
    aside: known.value,
    hint: `${type} ${known.value}: ${member}${label}`,
  }
}

function toNested(value: Exclude<JsonValue, string | boolean | JsonNumber | null>): Cell {
  if (isJsonObject(value)) return { kind: 'nested', text: 'record', hint: 'Opens the record' }
  if (value.length === 0) return { kind: 'null', text: 'no rows', hint: 'an empty list' }
  const [first] = value
  const [one, many] = isJsonObject(first) ? ['row', 'rows'] : ['value', 'values']
  const text = `${value.length.toLocaleString('en')} ${value.length === 1 ? one : many}`
  return { kind: 'nested', text, hint: `Opens ${text}` }
}

function toText(text: string): Cell {
  if (text.length <= hintFrom) return { kind: 'text', text }
  const line = text.slice(0, textMax).replace(/\s+/g, ' ')
  if (text.length <= textMax) return { kind: 'text', text: line, hint: text }
  return { kind: 'text', text: `${line}…`, hint: `${text.length.toLocaleString('en')} characters` }
}
