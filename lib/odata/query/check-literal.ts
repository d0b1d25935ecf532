import { type Literal, printLiteral } from '@/lib/odata/literal'
import {
  type EntityField,
  type EntityShape,
  enumOf,
  type ValueKind,
  valueKindOf,
} from '@/lib/odata/query/entity-shape'
import { fieldText, toFieldLiteral } from '@/lib/odata/query/field-literal'
import { type Finding, meant, type QueryFix } from '@/lib/odata/query/query-problem'

const accepted: Readonly<Record<ValueKind, RegExp>> = {
  text: /^Edm\.String$/,
  enum: /^enum$/,
  boolean: /^Edm\.Boolean$/,
  integer: /^Edm\.(?:S?Byte|Int\d\d|Decimal|Double|Single)$/,
  decimal: /^Edm\.(?:S?Byte|Int\d\d|Decimal|Double|Single)$/,
  moment: /^Edm\.Date(?:TimeOffset)?$/,
  date: /^Edm\.Date(?:TimeOffset)?$/,
  guid: /^Edm\.Guid$/,
  other: /./,
}

const examples: Readonly<Record<ValueKind, string>> = {
  text: "a text in single quotes, 'like this'",
  enum: 'a member of its enum',
  boolean: 'true or false',
  integer: 'a whole number without quotes',
  decimal: 'a number without quotes',
  moment: 'a moment without quotes, 2024-01-31T00:00:00Z',
  date: 'a date without quotes, 2024-01-31',
  guid: 'a GUID without quotes',
  other: 'another value',
}

type Complaint = Pick<Finding, 'code' | 'message' | 'fixes'>

/** Why `literal` cannot be compared with `field`; undefined where it can. */
export function complainAboutLiteral(
  shape: EntityShape,
  field: EntityField,
  literal: Literal,
): Complaint | undefined {
  if (literal.type === 'null') return undefined
  const kind = valueKindOf(field.type)
  if (kind === 'enum') return complainAboutEnum(shape, field, literal)
  if (accepted[kind].test(literal.type)) return undefined
  return {
    code: 'wrong_literal',
    message: `${field.name} is ${shortType(field.type)}: give it ${examples[kind]}.`,
    fixes: asFix(toFieldLiteral(field.type, fieldText(literal))),
  }
}

function asFix(literal: Literal | undefined): QueryFix[] {
  if (!literal) return []
  const text = printLiteral(literal)
  return [{ label: text, text }]
}

function complainAboutEnum(
  shape: EntityShape,
  field: EntityField,
  literal: Exclude<Literal, { type: 'null' }>,
): Complaint | undefined {
  const members = enumOf(shape, field.type)?.members
  const given = String(literal.value)
  const names = members?.map(({ name }) => name) ?? []
  // A member may be given by its number, as OData lets one do.
  const member = members?.find(({ name, value }) => name === given || value === given)
  const write = (name: string) => printLiteral({ type: 'enum', enumType: field.type, value: name })
  if (literal.type !== 'enum' || literal.enumType !== field.type) {
    const { fixes } = member ? { fixes: asWritten(write(member.name)) } : meant(given, names, write)
    return {
      code: 'wrong_literal',
      message: `${field.name} is an enum: write ${write(member?.name ?? names[0] ?? '…')}.`,
      fixes,
    }
  }
  if (!members || member) return undefined
  const { words, fixes } = meant(given, names, write)
  const offered = words === '' ? ` It has ${names.slice(0, 6).join(', ')}.` : words
  return {
    code: 'unknown_member',
    message: `${shortType(field.type)} has no member ${given}.${offered}`,
    fixes,
  }
}

function asWritten(text: string): QueryFix[] {
  return [{ label: text, text }]
}

/** A type without its namespace. */
export function shortType(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1)
}
