import type { KeyboardEvent } from 'react'
import { headRow, press, type Selection, type Spot } from '@/components/explorer/grid/selection'
import type { GridColumns } from '@/components/explorer/grid/use-grid-layout'

const resizeStepRem = 1

type Options = Readonly<{
  selection: Selection
  rowCount: number
  pageRows: number
  layout: GridColumns
  onSelect: (next: Selection) => void
  onMenu: (spot: Spot) => void
  onCopy: () => void
  /** Says what happened to whoever does not see it. */
  onSay: (words: string) => void
}>

/** What the keys do in the grid. */
export function gridKeys(options: Options): (event: KeyboardEvent) => void {
  const { selection, rowCount, pageRows, layout, onSelect, onMenu, onCopy } = options
  const { head } = selection
  return (event) => {
    const { key, shiftKey, altKey } = event
    const modKey = event.ctrlKey || event.metaKey
    if (key === 'Enter') onMenu(head)
    else if (key.toLowerCase() === 'c' && modKey && !shiftKey && !altKey) onCopy()
    else if (head.row === headRow && changeColumn(options, event)) {
      // It has moved, or is wider: the focus stays on it.
    } else {
      const extent = { rows: rowCount, columns: layout.shown.length }
      const next = altKey
        ? undefined
        : press(selection, { key, shiftKey, modKey }, { extent, pageRows })
      if (!next) return
      onSelect(next)
    }
    event.preventDefault()
  }
}

/** Shift and an arrow move the column whose head has the focus, Alt and an arrow size it. */
function changeColumn(options: Options, { key, shiftKey, altKey }: KeyboardEvent): boolean {
  const { selection, layout, onSelect, onSay } = options
  const { column } = selection.head
  const laid = layout.shown[column]
  const by = { ArrowLeft: -1, ArrowRight: 1 }[key]
  if (by === undefined || !laid || shiftKey === altKey) return false
  const { name } = laid.column
  if (altKey) {
    const widthRem = Math.max(2, laid.widthRem + by * resizeStepRem)
    layout.resize(name, widthRem)
    onSay(`${name} is ${by === 1 ? 'wider' : 'narrower'}`)
    return true
  }
  const neighbour = layout.shown[column + by]
  if (neighbour?.isPinned !== laid.isPinned) return true
  layout.moveBy(name, by === 1 ? 1 : -1)
  const spot = { row: headRow, column: column + by }
  onSelect({ anchor: spot, head: spot })
  onSay(`${name} is column ${spot.column + 1} of ${layout.shown.length}`)
  return true
}
