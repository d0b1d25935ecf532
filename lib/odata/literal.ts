import {
  type EdmInteger,
  type EdmPrimitive,
  identifierForm,
  integerBounds,
  literalForms,
} from '@/lib/odata/edm'
import { LiteralError } from '@/lib/odata/errors'

/**
 * One literal of an OData URL. Numbers and times keep the text they were written in: an Int64 or a
 * Decimal does not fit a JavaScript number.
 */
export type Literal =
  | Readonly<{ type: 'null' }>
  | Readonly<{ type: 'Edm.Boolean'; value: boolean }>
  | Readonly<{ type: Exclude<EdmPrimitive, 'Edm.Boolean'>; value: string }>
  | Readonly<{ type: 'enum'; enumType: string; value: string }>

const whole = (form: string) => new RegExp(`^(?:${form})$`, 'u')

const forms: Readonly<Record<Exclude<EdmPrimitive, 'Edm.String' | 'Edm.Boolean'>, RegExp>> = {
  'Edm.Binary': whole(literalForms.binary),
  'Edm.Byte': whole('\\+?\\d+'),
  'Edm.SByte': whole('[+-]?\\d+'),
  'Edm.Int16': whole('[+-]?\\d+'),
  'Edm.Int32': whole('[+-]?\\d+'),
  'Edm.Int64': whole('[+-]?\\d+'),
  'Edm.Decimal': whole(`${literalForms.number}|-?INF|NaN`),
  'Edm.Double': whole(`${literalForms.number}|-?INF|NaN`),
  'Edm.Single': whole(`${literalForms.number}|-?INF|NaN`),
  'Edm.Date': whole(literalForms.date),
  'Edm.DateTimeOffset': whole(literalForms.dateTimeOffset),
  'Edm.TimeOfDay': whole(literalForms.timeOfDay),
  'Edm.Duration': whole(literalForms.duration),
  'Edm.Guid': whole(literalForms.guid),
}

/** Forms that tell their type by themselves, in the order in which they must be tried. */
const told: readonly (readonly [EdmPrimitive, RegExp])[] = [
  ['Edm.Guid', forms['Edm.Guid']],
  ['Edm.DateTimeOffset', forms['Edm.DateTimeOffset']],
  ['Edm.Date', forms['Edm.Date']],
  ['Edm.TimeOfDay', forms['Edm.TimeOfDay']],
]
const quoted = /^'((?:[^']|'')*)'$/u
const prefixed = new RegExp(`^(${identifierForm}(?:\\.${identifierForm})*)'((?:[^']|'')*)'$`, 'u')

function isInteger(type: string): type is EdmInteger {
  return type in integerBounds
}

function fits(type: EdmInteger, text: string): boolean {
  const [low, high] = integerBounds[type]
  const value = BigInt(text.replace(/^\+/, ''))
  return value >= low && value <= high
}

function checked(type: Exclude<EdmPrimitive, 'Edm.Boolean'>, text: string): Literal {
  if (type !== 'Edm.String') {
    if (!forms[type].test(text)) throw new LiteralError('literal_malformed', type, text)
    if (isInteger(type) && !fits(type, text)) {
      throw new LiteralError('literal_out_of_type', type, text)
    }
  }
  return { type, value: text }
}

/**
 * Writes `value` as an OData literal, ready to be percent-encoded into a URL.
 *
 * A quote inside a string is doubled, never escaped. A `Date` becomes UTC with milliseconds.
 *
 * @throws {LiteralError} when `value` is not of `type`; the message names both.
 * @see OData ABNF, rules `stringLiteral` and `SQUOTE-in-string`
 */
export function toLiteral(
  type: EdmPrimitive,
  value: string | number | bigint | boolean | Date,
): string {
  if (type === 'Edm.Boolean') {
    if (typeof value !== 'boolean') throw new LiteralError('literal_out_of_type', type, value)
    return String(value)
  }
  const isNumeric = isInteger(type) || /^Edm\.(?:Decimal|Double|Single)$/.test(type)
  if (typeof value === 'boolean' || (!isNumeric && /number|bigint/.test(typeof value))) {
    throw new LiteralError('literal_out_of_type', type, value)
  }
  try {
    return printLiteral(checked(type, textOf(value)))
  } catch (error) {
    if (error instanceof LiteralError) {
      throw Object.assign(new LiteralError('literal_out_of_type', type, value), { cause: error })
    }
    throw error
  }
}

function textOf(value: string | number | bigint | Date): string {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
  }
  if (value === Number.POSITIVE_INFINITY) return 'INF'
  return value === Number.NEGATIVE_INFINITY ? '-INF' : String(value)
}

/** Writes a literal as it stands in a URL before percent-encoding. */
export function printLiteral(literal: Literal): string {
  switch (literal.type) {
    case 'null':
      return 'null'
    case 'Edm.Boolean':
      return String(literal.value)
    case 'Edm.String':
      return quote(literal.value)
    case 'Edm.Duration':
      return `duration'${literal.value}'`
    case 'Edm.Binary':
      return `binary'${literal.value}'`
    case 'enum':
      return literal.enumType + quote(literal.value)
    case 'Edm.Byte':
    case 'Edm.SByte':
    case 'Edm.Int16':
    case 'Edm.Int32':
    case 'Edm.Int64':
    case 'Edm.Decimal':
    case 'Edm.Double':
    case 'Edm.Single':
    case 'Edm.Date':
    case 'Edm.DateTimeOffset':
    case 'Edm.TimeOfDay':
    case 'Edm.Guid':
      return literal.value
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/**
 * Reads one whole literal (percent-decoded, no blanks around it).
 *
 * Without `type` the form decides: digits become the smallest of Int32, Int64 and Decimal, a point
 * makes a Decimal, an exponent a Double. With `type` the text must be a literal of that type.
 *
 * @throws {LiteralError} `literal_malformed` or `literal_out_of_type`
 */
export function parseLiteral(text: string, type?: EdmPrimitive): Literal {
  const literal = readLiteral(text)
  if (!literal) throw new LiteralError('literal_malformed', type ?? 'literal', text)
  if (type === undefined || literal.type === type) return literal
  if (literal.type === 'null' || literal.type === 'enum' || literal.type === 'Edm.Boolean') {
    throw new LiteralError('literal_out_of_type', type, text)
  }
  if (type === 'Edm.Boolean' || type === 'Edm.String' || literal.type === 'Edm.String') {
    throw new LiteralError('literal_out_of_type', type, text)
  }
  return checked(type, literal.value)
}

/** Like {@link parseLiteral} without a type, but undefined when `text` is no literal. */
export function readLiteral(text: string): Literal | undefined {
  if (text === 'null') return { type: 'null' }
  if (/^(?:true|false)$/i.test(text)) {
    return { type: 'Edm.Boolean', value: text.toLowerCase() === 'true' }
  }
  if (/^(?:-?INF|NaN)$/.test(text)) return { type: 'Edm.Double', value: text }
  const string = quoted.exec(text)
  if (string) return { type: 'Edm.String', value: (string[1] ?? '').replaceAll("''", "'") }
  const form = told.find(([, pattern]) => pattern.test(text))
  if (form) return checkedOrNothing(form[0], text)
  return readNumber(text) ?? readPrefixed(text)
}

function readNumber(text: string): Literal | undefined {
  if (!forms['Edm.Double'].test(text)) return undefined
  if (/[eE]/.test(text)) return { type: 'Edm.Double', value: text }
  if (text.includes('.')) return { type: 'Edm.Decimal', value: text }
  if (fits('Edm.Int32', text)) return { type: 'Edm.Int32', value: text }
  return { type: fits('Edm.Int64', text) ? 'Edm.Int64' : 'Edm.Decimal', value: text }
}

function readPrefixed(text: string): Literal | undefined {
  const [, prefix = '', body = ''] = prefixed.exec(text) ?? []
  if (prefix === '') return undefined
  const value = body.replaceAll("''", "'")
  if (prefix === 'duration') return checkedOrNothing('Edm.Duration', value)
  if (prefix === 'binary') return checkedOrNothing('Edm.Binary', value)
  return prefix.includes('.') || /^geo(?:graphy|metry)$/.test(prefix)
    ? { type: 'enum', enumType: prefix, value }
    : undefined
}

function checkedOrNothing(type: EdmPrimitive, text: string): Literal | undefined {
  return type !== 'Edm.Boolean' && (type === 'Edm.String' || forms[type].test(text))
    ? { type, value: text }
    : undefined
}
