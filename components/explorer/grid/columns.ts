import { type Cell, toCell } from '@/components/explorer/grid/cell'
import type { Column } from '@/components/explorer/grid/column'
import type { EntitySetDetail } from '@/lib/contract/catalog'
import { valueKindOf } from '@/lib/odata/query/entity-shape'
import type { JsonObject } from '@/lib/odata/rows/exact-json'

/** Rows that need not all be in memory; an array is one. */
export type RowSource = Readonly<{
  length: number
  at: (index: number) => JsonObject | undefined
}>

const sampleRows = 100
const characterRem = 0.48
/** Digits are wider than letters are on average, and a number must not be cut. */
const digitRem = 0.54
const asideRem = 1.2
/** The key beside a name, and the heavier letters of the names. */
const keyRem = 1.1
const nameWeight = 1.06
const paddingRem = 1.65
const widthMinRem = 4.5
const widthMaxRem = 21

/**
 * A column for each of `names`, without OData's own annotations. Widths, and where the catalog says
 * nothing the side on which values stand, are taken from the first 100 rows.
 */
export function toColumns(
  names: readonly string[],
  rows: RowSource,
  detail: EntitySetDetail | null = null,
): readonly Column[] {
  const length = Math.min(sampleRows, rows.length)
  const sample = Array.from({ length }, (_, index) => rows.at(index) ?? {})
  const fields = new Map(detail?.fields.map((field) => [field.name, field]))
  const enums = new Map(detail?.enums.map((choice) => [choice.name, choice]))
  return names
    .filter((name) => !name.includes('@'))
    .map((name) => {
      const field = fields.get(name) ?? null
      const choice = (field && enums.get(field.type)) ?? null
      return withLook(
        { name, kind: field ? valueKindOf(field.type) : 'unknown', field, choice },
        sample,
      )
    })
}

/** Every name of some rows that are all in memory, in the order in which they first occur. */
export function namesOf(rows: readonly JsonObject[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))]
}

function withLook(
  known: Omit<Column, 'align' | 'widthRem'>,
  sample: readonly JsonObject[],
): Column {
  const plain: Column = { ...known, align: 'left', widthRem: 0 }
  const cells = sample.map((row) => toCell(row[known.name], plain))
  const nameRem = known.name.length * characterRem * nameWeight + (known.field?.isKey ? keyRem : 0)
  const valueRem = cells.reduce((max, cell) => Math.max(max, remOf(cell)), 0)
  const widthRem = Math.max(nameRem, valueRem) + paddingRem
  return {
    ...plain,
    align: standsRight(known.kind, cells) ? 'right' : 'left',
    widthRem: Math.min(widthMaxRem, Math.max(widthMinRem, widthRem)),
  }
}

function remOf({ kind, text, aside }: Cell): number {
  return (
    text.length * (kind === 'number' ? digitRem : characterRem) +
    (aside === undefined ? 0 : asideRem)
  )
}

function standsRight(kind: Column['kind'], cells: readonly Cell[]): boolean {
  if (kind !== 'unknown') return kind === 'integer' || kind === 'decimal'
  const told = cells.filter((cell) => cell.kind !== 'null')
  return told.length > 0 && told.every((cell) => cell.kind === 'number')
}
