import { printLiteral } from '@/lib/odata/literal'
import { toFieldLiteral } from '@/lib/odata/query/field-literal'
import type { Span } from '@/lib/odata/query/query-text'

/** A blank in a saved query, to be filled each time it is run: `dataAreaId eq '{{company}}'`. */
export type QueryParameter = Readonly<{
  name: string
  /** The field that it is compared with; null where that cannot be told. */
  field: string | null
}>

/** A value in a query that could as well be asked for. */
export type QueryValue = Span &
  Readonly<{
    field: string
    operator: string
    /** As it is written, without quotes and type. */
    text: string
  }>

const blank = /\{\{\s*([A-Za-z_]\w{0,39})\s*\}\}/g
const comparison =
  /([A-Za-z_][\w/]*)\s+(eq|ne|gt|ge|lt|le)\s+((?:[A-Za-z_][\w.]*)?'((?:[^']|'')*)'|[^\s()&,']+)/g

/** The blanks of a query in the order in which they first stand there. */
export function parametersOf(text: string): readonly QueryParameter[] {
  const found = new Map<string, QueryParameter>()
  for (const match of text.matchAll(blank)) {
    const name = match[1] ?? ''
    const field = fieldBefore(text.slice(0, match.index))
    if (!found.has(name) || found.get(name)?.field === null) found.set(name, { name, field })
  }
  return [...found.values()]
}

/**
 * The query with its blanks filled. Within quotes a value's own quotes are doubled; outside of them it
 * is written as a literal of its field's type, where `typeOf` knows that, and as it is given else.
 */
export function fillParameters(
  text: string,
  values: Readonly<Record<string, string>>,
  typeOf: (field: string) => string | undefined = () => undefined,
): string {
  return text.replace(blank, (whole, name: string, at: number) => {
    const value = values[name]
    if (value === undefined) return whole
    const before = text.slice(0, at)
    if (isInQuotes(before)) return value.replaceAll("'", "''")
    const field = fieldBefore(before)
    const type = field === null ? undefined : typeOf(field)
    const literal = type === undefined ? undefined : toFieldLiteral(type, value)
    return literal === undefined ? value : printLiteral(literal)
  })
}

/** Values that are compared with a field and are no blanks yet. */
export function valuesOf(text: string): readonly QueryValue[] {
  return [...text.matchAll(comparison)].flatMap((match) => {
    const [whole, field = '', operator = '', literal = '', quoted] = match
    if (literal.includes('{{') || literal === 'null') return []
    const to = match.index + whole.length
    return [{ field, operator, text: quoted ?? literal, from: to - literal.length, to }]
  })
}

/** The query with one of its {@link valuesOf} made a blank; quotes around it stay. */
export function toParameter(text: string, value: QueryValue, name: string): string {
  const literal = text.slice(value.from, value.to)
  const quote = literal.indexOf("'")
  const written = quote === -1 ? `{{${name}}}` : `${literal.slice(0, quote)}'{{${name}}}'`
  return text.slice(0, value.from) + written + text.slice(value.to)
}

/** What a blank in place of `value` is best called, unlike all that are `taken`. */
export function parameterName(value: QueryValue, taken: readonly string[]): string {
  const field = value.field.split('/').at(-1) ?? value.field
  const base = field.toLowerCase() === 'dataareaid' ? 'company' : nameByOperator(value, field)
  const free = (count: number): string => {
    const name = count === 1 ? base : `${base}${count}`
    return taken.includes(name) ? free(count + 1) : name
  }
  return free(1)
}

function nameByOperator({ operator, text }: QueryValue, field: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}/.test(text)
  if (isDay && operator.startsWith('g')) return 'from'
  if (isDay && operator.startsWith('l')) return 'to'
  return (field.charAt(0).toLowerCase() + field.slice(1)).slice(0, 40)
}

/** Where a value is about to be written, the field that it is compared with. */
function fieldBefore(text: string): string | null {
  const match = /([A-Za-z_][\w/]*)\s+(?:eq|ne|gt|ge|lt|le)\s+(?:(?:[A-Za-z_][\w.]*)?')?$/.exec(text)
  return match?.[1] ?? null
}

function isInQuotes(text: string): boolean {
  return text.split("'").length % 2 === 0
}
