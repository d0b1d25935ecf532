import { type Cell, toCell } from '@/components/explorer/cell'

/** A column of the grid. */
export type Column = Readonly<{ name: string; align: 'left' | 'right'; widthRem: number }>

type Row = Readonly<Record<string, unknown>>

const sampleRows = 100
const characterRem = 0.48
const paddingRem = 1.65
const widthMinRem = 4.5
const widthMaxRem = 21

/**
 * The columns of `rows` in the order in which they first occur. OData's own annotations are left
 * out. Width and alignment are taken from the first 100 rows: numbers stand to the right.
 */
export function toColumns(rows: readonly Row[]): readonly Column[] {
  const sample = rows.slice(0, sampleRows)
  const names = new Set<string>()
  for (const row of rows) {
    for (const name of Object.keys(row)) if (!name.includes('@')) names.add(name)
  }
  return [...names].map((name) =>
    toColumn(
      name,
      sample.map((row) => toCell(row[name])),
    ),
  )
}

function toColumn(name: string, cells: readonly Cell[]): Column {
  const told = cells.filter((cell) => cell.kind !== 'null')
  const numeric = told.length > 0 && told.every((cell) => cell.kind === 'number')
  const longest = cells.reduce((max, cell) => Math.max(max, cell.text.length), name.length)
  const widthRem = longest * characterRem + paddingRem
  return {
    name,
    align: numeric ? 'right' : 'left',
    widthRem: Math.min(widthMaxRem, Math.max(widthMinRem, widthRem)),
  }
}
