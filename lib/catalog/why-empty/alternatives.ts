import { type BinaryOperator, type Expression, propertyName } from '@/lib/odata/filter'
import { type Literal, printLiteral } from '@/lib/odata/literal'

/** A field compared with a value. */
export type Comparison = Readonly<{ field: string; operator: BinaryOperator; literal: Literal }>

/** The slips for which another way to write a clause is tried. */
export type Slip = 'date_with_time' | 'date_null' | 'enum_as_text' | 'percent_wildcard'

/** Another way to write a clause that may have been meant. */
export type Alternative = Readonly<{ reason: Slip; text: string; what: string }>

const turned: Partial<Record<BinaryOperator, BinaryOperator>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
}

/** `Field eq value`, whichever side the field stands on; undefined for anything else. */
export function comparisonOf(expression: Expression): Comparison | undefined {
  if (expression.kind !== 'binary') return undefined
  const { left, right } = expression
  const turnedOperator = turned[expression.operator]
  if (turnedOperator === undefined) return undefined
  if (right.kind === 'literal') {
    const field = propertyName(left)
    return field === undefined
      ? undefined
      : { field, operator: expression.operator, literal: right.literal }
  }
  const field = propertyName(right)
  if (left.kind !== 'literal' || field === undefined) return undefined
  return { field, operator: turnedOperator, literal: left.literal }
}

/**
 * What else may have been meant by a comparison. `type` is the field's type as full metadata
 * writes it, `#DateTimeOffset` for one; undefined for texts, and where no row told it.
 */
export function alternativesOf(
  { field, operator, literal }: Comparison,
  type: string | undefined,
): Alternative[] {
  if (operator !== 'eq') return []
  if (literal.type === 'Edm.DateTimeOffset' || literal.type === 'Edm.Date') {
    return wholeDay(field, literal.value)
  }
  if (literal.type === 'null' && type === '#DateTimeOffset') {
    return [
      {
        reason: 'date_null',
        text: `${field} lt 1900-01-02T00:00:00Z`,
        what: `With the empty date of F&O in ${field}`,
      },
    ]
  }
  if (literal.type === 'enum' && type === undefined) {
    const text = printLiteral({ type: 'Edm.String', value: literal.value })
    return [
      { reason: 'enum_as_text', text: `${field} eq ${text}`, what: `With a text in ${field}` },
    ]
  }
  if (literal.type !== 'Edm.String') return []
  return [...asEnum(field, literal.value, type), ...withStars(field, literal.value)]
}

/** A date without time is stored with one, mostly noon: only a range finds it. */
function wholeDay(field: string, value: string): Alternative[] {
  const at = new Date(value)
  if (Number.isNaN(at.getTime())) return []
  const day = at.toISOString().slice(0, 10)
  const next = new Date(Date.parse(day) + 86_400_000)
  if (Number.isNaN(next.getTime()) || !/^\d{4}-/.test(day)) return []
  const until = next.toISOString().slice(0, 10)
  return [
    {
      reason: 'date_with_time',
      text: `${field} ge ${day}T00:00:00Z and ${field} lt ${until}T00:00:00Z`,
      what: `With the whole day ${day} in ${field}`,
    },
  ]
}

function asEnum(field: string, value: string, type: string | undefined): Alternative[] {
  const enumType = /^#(.+\..+)$/.exec(type ?? '')?.[1]
  if (enumType === undefined) return []
  const text = printLiteral({ type: 'enum', enumType, value })
  return [{ reason: 'enum_as_text', text: `${field} eq ${text}`, what: `With ${field} as an enum` }]
}

function withStars(field: string, value: string): Alternative[] {
  if (!value.includes('%') || value.includes('*')) return []
  const text = printLiteral({ type: 'Edm.String', value: value.replaceAll('%', '*') })
  const what = `With * in place of % in ${field}`
  return [{ reason: 'percent_wildcard', text: `${field} eq ${text}`, what }]
}

/**
 * What texts that look different may have in common: no case, no blanks, no leading zeros. `0001`
 * and `1` are the same then.
 */
export function bare(value: string): string {
  return value
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^0+(?=.)/, '')
}

/** The part of a text to look for with `*` around it; undefined where that would find anything. */
export function coreOf(value: string): string | undefined {
  const core = value.trim().replace(/^0+(?=.)/, '')
  return core === '' || value.includes('*') ? undefined : core
}
