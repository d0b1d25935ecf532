/** A value as the grid shows it: `hint` is its tip where the text alone would mislead. */
export type Cell = Readonly<{
  kind: 'null' | 'empty' | 'number' | 'boolean' | 'date' | 'text' | 'object'
  text: string
  hint?: string
}>

const dateLike = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/
const textMax = 300

/**
 * What the grid writes for a value of F&O.
 *
 * F&O has no empty date: 1900-01-01 stands for none, and 2154-12-31 for one that never comes.
 */
export function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return { kind: 'null', text: 'null' }
  if (typeof value === 'number') return { kind: 'number', text: String(value) }
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value) }
  if (typeof value === 'object') return toLong('object', JSON.stringify(value))
  const text = String(value)
  if (text === '') return { kind: 'empty', text: '', hint: 'an empty text' }
  return dateLike.test(text) ? toDate(text) : toLong('text', text)
}

function toDate(text: string): Cell {
  if (text.startsWith('1900-01-01')) {
    return { kind: 'date', text: 'no date', hint: `${text}: how F&O writes an empty date` }
  }
  if (text.startsWith('2154-12-31')) {
    return { kind: 'date', text: 'never', hint: `${text}: how F&O writes "never ends"` }
  }
  const short = text.replace(/T(00|12):00:00(\.0+)?Z$/, '').replace(/T(.*)Z$/, ' $1')
  return { kind: 'date', text: short, hint: text }
}

function toLong(kind: 'text' | 'object', text: string): Cell {
  if (text.length <= textMax) return { kind, text, ...(text.length > 40 ? { hint: text } : {}) }
  return { kind, text: `${text.slice(0, textMax)}…`, hint: `${text.length} characters` }
}
