import { between, mix, pick, saltOf } from '@/lib/sandbox/finops/model/random'
import type { Field, FieldType, RowSeed, Value } from '@/lib/sandbox/finops/model/schema'

/** F&O's way to say "no date". */
export const emptyDate = '1900-01-01T00:00:00Z'

type Make = (row: RowSeed) => Value
type Extra = Partial<Pick<Field, 'isKey' | 'isRequired' | 'isAutomatic' | 'reference'>>

/** A field of any type; the ones below are shorthands for it. */
export function field(name: string, type: FieldType, make: Make): Field {
  return {
    name,
    type,
    make,
    enumName: null,
    isKey: false,
    isRequired: false,
    isAutomatic: false,
    reference: null,
  }
}

/** The same field with more known about it. */
export function having(base: Field, extra: Extra): Field {
  return { ...base, ...extra }
}

export function text(name: string, make: (row: RowSeed) => string): Field {
  return field(name, 'Edm.String', make)
}

/** Text picked from a list. */
export function oneOf(name: string, list: readonly [string, ...string[]]): Field {
  const salt = saltOf(name)
  return field(name, 'Edm.String', (row) => pick(list, row.seed, salt))
}

/** Text fields that this made-up company never fills in. */
export function blanks(...names: readonly string[]): Field[] {
  return names.map((name) => field(name, 'Edm.String', () => ''))
}

export function choice(name: string, enumName: string, make: Make): Field {
  return { ...field(name, 'enum', make), enumName }
}

/** An enum whose member is picked from a list; repeat a member to make it more frequent. */
export function chosen(
  name: string,
  enumName: string,
  list: readonly [string, ...string[]],
): Field {
  const salt = saltOf(name)
  return choice(name, enumName, (row) => pick(list, row.seed, salt))
}

/** `NoYes` fields, `Yes` for `percent` of the rows. */
export function yesNo(percent: number, ...names: readonly string[]): Field[] {
  return names.map((name) => {
    const salt = saltOf(name)
    return choice(name, 'NoYes', (row) => (mix(row.seed, salt) % 100 < percent ? 'Yes' : 'No'))
  })
}

/** A decimal with two places, up to `most`. */
export function amount(name: string, most: number): Field {
  const salt = saltOf(name)
  return field(name, 'Edm.Decimal', (row) => between(row.seed, salt, [0, most * 100]) / 100)
}

/** Decimals that are 0 in every row. */
export function zeros(...names: readonly string[]): Field[] {
  return names.map((name) => field(name, 'Edm.Decimal', () => 0))
}

export function whole(name: string, range: readonly [number, number]): Field {
  const salt = saltOf(name)
  return field(name, 'Edm.Int32', (row) => between(row.seed, salt, range))
}

/** A noon some days after 2020-01-01, as F&O stores dates without time. */
export function day(name: string, range: readonly [number, number]): Field {
  const salt = saltOf(name)
  return field(name, 'Edm.DateTimeOffset', (row) => dayAt(between(row.seed, salt, range)))
}

export function dayAt(daysAfter2020: number): string {
  return `${new Date(Date.UTC(2020, 0, 1 + daysAfter2020, 12)).toISOString().slice(0, 19)}Z`
}

export function noDates(...names: readonly string[]): Field[] {
  return names.map((name) => field(name, 'Edm.DateTimeOffset', () => emptyDate))
}

/** `dataAreaId`, the first part of the key of whatever belongs to a company. */
export const dataAreaId: Field = having(
  text('dataAreaId', (row) => row.company),
  { isKey: true, isAutomatic: true },
)
