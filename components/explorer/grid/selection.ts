/** A cell by its place on the screen; row -1 is the row of heads. */
export type Spot = Readonly<{ row: number; column: number }>

/** A range of cells, from where it was begun to where the focus is. */
export type Selection = Readonly<{ anchor: Spot; head: Spot }>

export type Extent = Readonly<{ rows: number; columns: number }>

/** Inclusive on both ends. */
export type Box = Readonly<{ top: number; bottom: number; left: number; right: number }>

export const headRow = -1
export const firstCell: Selection = { anchor: { row: 0, column: 0 }, head: { row: 0, column: 0 } }

/** The cells of a selection; none of the heads, which are never part of one. */
export function boxOf({ anchor, head }: Selection): Box {
  return {
    top: Math.max(0, Math.min(anchor.row, head.row)),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  }
}

export function countOf({ top, bottom, left, right }: Box): number {
  return Math.max(0, bottom - top + 1) * (right - left + 1)
}

/** Where one cell is all there is to a selection. */
export function at(spot: Spot): Selection {
  return { anchor: spot, head: spot }
}

/** A selection as far as there are cells: rows and columns may have become fewer. */
export function within({ anchor, head }: Selection, extent: Extent): Selection {
  const clamp = ({ row, column }: Spot): Spot => ({
    row: Math.max(headRow, Math.min(extent.rows - 1, row)),
    column: Math.max(0, Math.min(extent.columns - 1, column)),
  })
  return { anchor: clamp(anchor), head: clamp(head) }
}

export type Press = Readonly<{
  key: string
  shiftKey: boolean
  /** Control, or Command on a Mac. */
  modKey: boolean
}>

type Step = (head: Spot, extent: Extent, pageRows: number) => Spot

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  PageUp: ({ row, column }, _, pageRows) => ({ row: Math.max(0, row - pageRows), column }),
  PageDown: ({ row, column }, _, pageRows) => ({ row: row + pageRows, column }),
}

const modSteps: Readonly<Record<string, Step>> = {
  ArrowUp: ({ column }) => ({ row: 0, column }),
  ArrowDown: ({ column }, { rows }) => ({ row: rows - 1, column }),
  ArrowLeft: ({ row }) => ({ row, column: 0 }),
  ArrowRight: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
}

/**
 * Where a key leads; undefined for one that leads nowhere. With Shift the selection grows.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/grid/ for the keys of a grid
 */
export function press(
  { anchor, head }: Selection,
  { key, shiftKey, modKey }: Press,
  { extent, pageRows }: Readonly<{ extent: Extent; pageRows: number }>,
): Selection | undefined {
  if (key === ' ' && head.row !== headRow) return wholeLine(head, { shiftKey, modKey }, extent)
  if (key.toLowerCase() === 'a' && modKey) return all(extent)
  if (key === 'Escape') return at(head)
  const step = (modKey ? modSteps : steps)[key]
  if (!step) return undefined
  const next = step(head, extent, pageRows)
  if (shiftKey && head.row === headRow) return undefined
  const grown = { row: Math.max(0, next.row), column: next.column }
  return within(shiftKey ? { anchor, head: grown } : at(next), extent)
}

/** Every cell, with the focus on the first. */
export function all({ rows, columns }: Extent): Selection {
  return { anchor: { row: rows - 1, column: columns - 1 }, head: { row: 0, column: 0 } }
}

function wholeLine(
  head: Spot,
  { shiftKey, modKey }: Pick<Press, 'shiftKey' | 'modKey'>,
  { rows, columns }: Extent,
): Selection | undefined {
  if (shiftKey)
    return { anchor: { row: head.row, column: columns - 1 }, head: { row: head.row, column: 0 } }
  if (modKey)
    return { anchor: { row: rows - 1, column: head.column }, head: { row: 0, column: head.column } }
  return undefined
}
