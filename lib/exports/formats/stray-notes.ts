import type { CellReader } from '@/lib/exports/row-cells'

/** Tells of fields that rows had and the file has no column for. */
export function strayNotes({ strays }: CellReader): string[] {
  if (strays.size === 0) return []
  return [
    `Rows had fields that no column stands for, which were left out: ${[...strays].join(', ')}.`,
  ]
}
