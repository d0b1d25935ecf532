import type { SchemaElement } from 'hyparquet-writer'
import type { Column } from '@/lib/exports/columns'
import { ValueError } from '@/lib/exports/errors'
import { toBytes16, toUnscaled } from '@/lib/exports/formats/decimal'
import { parseDay, parseMoment } from '@/lib/exports/moment'
import { textOf } from '@/lib/exports/row-cells'

/** What Parquet stores; null for no value. */
type Value = string | number | bigint | boolean | Uint8Array | null

/** A column as Parquet has it. */
export type ParquetColumn = Readonly<{
  element: SchemaElement
  /** @throws {ValueError} for a value that is not of the column's type */
  toValue: (json: string | undefined) => Value
  /** Whether its values are bytes that only Parquet's own order can compare. */
  isDecimal: boolean
}>

/**
 * F&O's reals have at most 16 decimals, and its catalog mostly does not say how many; 38 digits are
 * the most that readers agree on.
 */
const decimalDefault = { precision: 38, scale: 16 }
const int64Range = [-(2n ** 63n), 2n ** 63n - 1n] as const

/** The Parquet type of a column by its EDM type; whatever has none of its own is text. */
export function toParquetColumn(column: Column): ParquetColumn {
  const { name, type } = column
  const made = byType[type]?.(column) ?? text
  const { toValue, ...element } = made
  return {
    element: { name, repetition_type: 'OPTIONAL', ...element },
    isDecimal: element.logical_type?.type === 'DECIMAL',
    toValue: (json) => {
      if (json === undefined || json === 'null') return null
      const value = toValue(json)
      if (value === undefined) throw misfit(column, json)
      return value
    },
  }
}

type Made = Omit<SchemaElement, 'name'> & Readonly<{ toValue: (json: string) => Value | undefined }>

const text: Made = { type: 'BYTE_ARRAY', converted_type: 'UTF8', toValue: textOf }

const int32: Made = {
  type: 'INT32',
  toValue: (json) => {
    const value = Number(json)
    return isInt32(value) ? value : undefined
  },
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31
}

const int64: Made = {
  type: 'INT64',
  toValue: (json) => {
    const digits = textOf(json)
    if (!/^-?\d{1,19}$/.test(digits)) return undefined
    const value = BigInt(digits)
    return value >= int64Range[0] && value <= int64Range[1] ? value : undefined
  },
}

const double: Made = {
  type: 'DOUBLE',
  toValue: (json) => {
    const said = textOf(json)
    // What JSON has no number for comes as text. See OData JSON Format 4.01, 7.1
    if (said === 'INF' || said === '-INF') return said === 'INF' ? Infinity : -Infinity
    if (said === 'NaN') return Number.NaN
    return said === '' || Number.isNaN(Number(said)) ? undefined : Number(said)
  },
}

const boolean: Made = {
  type: 'BOOLEAN',
  toValue: (json) => (json === 'true' || json === 'false' ? json === 'true' : undefined),
}

const moment: Made = {
  type: 'INT64',
  converted_type: 'TIMESTAMP_MICROS',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' },
  toValue: (json) => {
    const found = parseMoment(textOf(json))
    return found && BigInt(found.ms) * 1000n + BigInt(found.micros)
  },
}

const day: Made = {
  type: 'INT32',
  converted_type: 'DATE',
  logical_type: { type: 'DATE' },
  toValue: (json) => parseDay(textOf(json)),
}

/** Without the older name of the type, for which the library makes the bytes one by one. */
function decimal(column: Column): Made {
  const { precision, scale } = sizeOf(column)
  const limit = 10n ** BigInt(precision)
  return {
    type: 'FIXED_LEN_BYTE_ARRAY',
    type_length: 16,
    precision,
    scale,
    logical_type: { type: 'DECIMAL', precision, scale },
    toValue: (json) => {
      const value = toUnscaled(textOf(json), scale)
      return value === undefined || value >= limit || value <= -limit ? undefined : toBytes16(value)
    },
  }
}

function sizeOf({ precision, scale }: Column): typeof decimalDefault {
  const isUsable =
    precision !== null && scale !== null && precision >= 1 && precision <= 38 && scale <= precision
  return isUsable ? { precision, scale } : decimalDefault
}

const byType: Readonly<Record<string, (column: Column) => Made>> = {
  'Edm.Boolean': () => boolean,
  'Edm.Byte': () => int32,
  'Edm.SByte': () => int32,
  'Edm.Int16': () => int32,
  'Edm.Int32': () => int32,
  'Edm.Int64': () => int64,
  'Edm.Double': () => double,
  'Edm.Single': () => double,
  'Edm.Decimal': decimal,
  'Edm.DateTimeOffset': () => moment,
  'Edm.Date': () => day,
}

function misfit({ name, type }: Column, json: string): ValueError {
  const value = json.length > 60 ? `${json.slice(0, 60)}…` : json
  return new ValueError(
    `${name} is ${type}, and a row says ${value}. Read the catalog again, or export as CSV or NDJSON, which take any value.`,
  )
}
