/** Rows of an entity, as F&O answers them. */
export type Row = Readonly<Record<string, unknown>>

/**
 * The columns that tell the most, at most `max`: in the entity's own order, those that hold
 * something in any row before those that are empty everywhere, and none of OData's own.
 */
export function pickColumns(rows: readonly Row[], max: number): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (name) => !name.includes('@odata.'),
  )
  const full = names.filter((name) => rows.some((row) => !isEmpty(row[name])))
  const chosen = new Set([...new Set([...full, ...names])].slice(0, max))
  return names.filter((name) => chosen.has(name))
}

/** Number of columns that `rows` have in all, without OData's own. */
export function countColumns(rows: readonly Row[]): number {
  return pickColumns(rows, Number.POSITIVE_INFINITY).length
}

/** A value for a cell; what F&O means by "no date" is shown as nothing. */
export function toCell(value: unknown): string {
  if (isEmpty(value)) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const emptyValues: readonly unknown[] = [
  null,
  undefined,
  '',
  '1900-01-01T00:00:00Z',
  '1900-01-01T12:00:00Z',
]

function isEmpty(value: unknown): boolean {
  return emptyValues.includes(value)
}
