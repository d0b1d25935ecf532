import { isEdmPrimitive } from '@/lib/odata/edm'
import { LiteralError } from '@/lib/odata/errors'
import { type Literal, parseLiteral, printLiteral, readLiteral } from '@/lib/odata/literal'
import { type EntityShape, enumOf, valueKindOf } from '@/lib/odata/query/entity-shape'

const dayForm = /^\d{4}-\d{2}-\d{2}$/
const momentForm =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?$/i

/**
 * The literal that means `text`, as a person gives it, to a field of `type`: a member's name becomes
 * `Microsoft.Dynamics.DataEntities.NoYes'Yes'`, a day becomes midnight in UTC where a moment is asked
 * for. Undefined where the type cannot hold it.
 */
export function toFieldLiteral(type: string, text: string): Literal | undefined {
  const kind = valueKindOf(type)
  if (kind === 'enum')
    return text === '' ? undefined : { type: 'enum', enumType: type, value: text }
  if (kind === 'text') return { type: 'Edm.String', value: text }
  const trimmed = kind === 'moment' ? toMoment(text.trim()) : text.trim()
  if (!isEdmPrimitive(type)) return readLiteral(trimmed)
  const bare = type === 'Edm.Duration' || type === 'Edm.Binary'
  const written = bare ? `${type.slice(4).toLowerCase()}'${trimmed}'` : trimmed
  return parseOrNothing(type, written)
}

function parseOrNothing(type: Parameters<typeof parseLiteral>[1], text: string) {
  try {
    const literal = parseLiteral(text, type)
    // The filter's text does not tell an Int32 from an Int64, so neither does what is read from it.
    return literal.type === 'null' ? undefined : readLiteral(printLiteral(literal))
  } catch (error) {
    if (error instanceof LiteralError) return undefined
    throw error
  }
}

function toMoment(text: string): string {
  if (dayForm.test(text)) return `${text}T00:00:00Z`
  const [, day, time = '', zone = 'Z'] = momentForm.exec(text) ?? []
  return day === undefined ? text : `${day}T${time.length === 5 ? `${time}:00` : time}${zone}`
}

/** A literal as a person would give it: without quotes, prefixes and types. */
export function fieldText(literal: Literal): string {
  if (literal.type === 'null') return ''
  return String(literal.value)
}

/** What a condition on a field of `type` begins with, before a person has given a value. */
export function defaultLiteral(shape: EntityShape, type: string, today: string): Literal {
  switch (valueKindOf(type)) {
    case 'text':
      return { type: 'Edm.String', value: '' }
    case 'enum': {
      const [member] = enumOf(shape, type)?.members ?? []
      return { type: 'enum', enumType: type, value: member?.name ?? '' }
    }
    case 'boolean':
      return { type: 'Edm.Boolean', value: true }
    case 'integer':
    case 'decimal':
      return { type: 'Edm.Int32', value: '0' }
    case 'moment':
      return { type: 'Edm.DateTimeOffset', value: `${today}T00:00:00Z` }
    case 'date':
      return { type: 'Edm.Date', value: today }
    case 'guid':
      return { type: 'Edm.Guid', value: '00000000-0000-0000-0000-000000000000' }
    case 'other':
      return { type: 'null' }
  }
}
