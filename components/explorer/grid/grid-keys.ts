import type { KeyboardEvent } from 'react'
import {
  headRow,
  type Press,
  press,
  type Selection,
  type Spot,
} from '@/components/explorer/grid/selection'
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
  return (event) => {
    if (act(options, event)) event.preventDefault()
  }
}

/** Whether the key was one for the grid. */
function act(options: Options, event: KeyboardEvent): boolean {
  const { selection, onMenu, onCopy } = options
  const { key, shiftKey, altKey } = event
  const modKey = event.ctrlKey || event.metaKey
  if (key === 'Enter') onMenu(selection.head)
  else if (key.toLowerCase() === 'c' && modKey && !shiftKey && !altKey) onCopy()
  else if (selection.head.row === headRow && changeColumn(options, event)) return true
  else return !altKey && walk(options, { key, shiftKey, modKey })
  return true
}

function walk({ selection, rowCount, pageRows, layout, onSelect }: Options, key: Press): boolean {
  const extent = { rows: rowCount, columns: layout.shown.length }
  const next = press(selection, key, { extent, pageRows })
  if (next) onSelect(next)
  return next !== undefined
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
