import { badRequest, FinopsRefusal } from '@/lib/sandbox/finops/http/answers'
import { getEnumType, memberOf } from '@/lib/sandbox/finops/model/enums'
import {
  type EntitySet,
  edmNameOf,
  type Field,
  type FieldType,
  fieldOf,
  namespace,
  type Row,
  type Value,
} from '@/lib/sandbox/finops/model/schema'

/** A body beyond this is no row. */
const bodyCharactersMax = 1_000_000

/**
 * Reads the JSON of one row and types its fields; `@odata` annotations are passed over.
 *
 * @throws {FinopsRefusal} 400, or 415 for a body that is not JSON
 */
export async function readBody(request: Request, set: EntitySet): Promise<Row> {
  const json = await readJson(request)
  const row: Record<string, Value> = {}
  for (const [name, value] of Object.entries(json)) {
    if (name.includes('@')) continue
    const field = fieldOf(set, name)
    if (!field) {
      throw badRequest(
        `The property '${name}' does not exist on type '${namespace}.${set.type}'. Make sure to only use property names that are defined by the type.`,
      )
    }
    row[name] = typed(value, field)
  }
  return row
}

/** @throws {FinopsRefusal} 400 or 415 */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text()
  const contentType = request.headers.get('content-type') ?? ''
  if (text !== '' && !/\bjson\b/i.test(contentType)) {
    throw new FinopsRefusal(415, {
      Message: `The request entity's media type '${contentType}' is not supported for this resource.`,
    })
  }
  if (text.length > bodyCharactersMax) throw badRequest('The request is too large.')
  try {
    const json: unknown = text === '' ? {} : JSON.parse(text)
    if (isRecord(json)) return json
  } catch (cause) {
    throw Object.assign(badRequest('Invalid JSON.'), { cause })
  }
  throw badRequest('A JSON object was expected.')
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function typed(value: unknown, field: Field): Value {
  const found = value === null ? '' : convert(value, field)
  if (found === undefined) {
    throw badRequest(
      `Cannot convert a value to target type '${edmNameOf(field)}' because of conflict between input format string/number and parameter 'IEEE754Compatible' false/true.`,
    )
  }
  return found
}

function convert(value: unknown, field: Field): Value | undefined {
  return converters[field.type](value, field.enumName ?? '')
}

type Convert = (value: unknown, enumName: string) => Value | undefined

const wholeNumber: Convert = (value) => (Number.isSafeInteger(value) ? Number(value) : undefined)

const converters: Readonly<Record<FieldType, Convert>> = {
  'Edm.String': (value) => (typeof value === 'string' ? value : undefined),
  'Edm.Boolean': (value) => (typeof value === 'boolean' ? value : undefined),
  'Edm.Int32': wholeNumber,
  'Edm.Int64': wholeNumber,
  'Edm.Decimal': (value) => (Number.isFinite(value) ? Number(value) : undefined),
  'Edm.Guid': (value) =>
    typeof value === 'string' && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)
      ? value
      : undefined,
  'Edm.DateTimeOffset': (value) => {
    const at = new Date(typeof value === 'string' ? value : Number.NaN)
    return Number.isNaN(at.getTime()) ? undefined : `${at.toISOString().slice(0, 19)}Z`
  },
  enum: (value, enumName) => {
    const type = getEnumType(enumName)
    return type && typeof value === 'string' ? memberOf(type, value) : undefined
  },
}
