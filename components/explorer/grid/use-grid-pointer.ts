'use client'

import { type MouseEvent, type PointerEvent, useRef } from 'react'
import { at, boxOf, headRow, type Selection, type Spot } from '@/components/explorer/grid/selection'

type Options = Readonly<{
  selection: Selection
  rowCount: number
  columnCount: number
  /** `in place` leaves what lies under the pointer where it is. */
  onSelect: (next: Selection, how?: 'revealed' | 'in place') => void
  onMenu: (spot: Spot) => void
  onOpen: (spot: Spot) => void
}>

type Handlers = Readonly<{
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
  onClick: (event: MouseEvent) => void
  onContextMenu: (event: MouseEvent) => void
}>

/** What mouse, pen and finger do in the grid: one listener for all of its cells. */
export function useGridPointer(options: Options): Handlers {
  const { selection, onSelect, onMenu, onOpen } = options
  const { anchor, head } = selection
  /** Whether the pointer went down on the one cell that was selected already. */
  const wasHead = useRef(false)
  return {
    onPointerDown(event) {
      if (event.button !== 0) return
      const spot = cellAt(event.target)
      wasHead.current = isSame(spot, head) && isSame(spot, anchor)
      // A finger that goes down most often means to scroll; its click comes later.
      if (event.pointerType === 'touch') return
      const line = lineAt(event.target)
      if (line !== undefined) onSelect(toLines(options, line, event.shiftKey), 'in place')
      else if (spot) onSelect({ anchor: event.shiftKey ? anchor : spot, head: spot }, 'in place')
    },
    onPointerMove(event) {
      if ((event.buttons & 1) === 0 || event.pointerType === 'touch') return
      const spot = cellAt(event.target)
      if (!spot || isSame(spot, head) || anchor.row === headRow) return
      wasHead.current = false
      onSelect({ anchor, head: spot })
    },
    onClick(event) {
      const spot = spotAt(event.target)
      if (!spot || event.shiftKey) return
      if (spot.row === headRow || !isSame(spot, head)) onSelect(at(spot), 'in place')
      if (isIn(event.target, '[data-opens]')) onOpen(spot)
      else if (spot.row === headRow || wasHead.current || isIn(event.target, '[data-menus]')) {
        onMenu(spot)
      }
    },
    onContextMenu(event) {
      const spot = spotAt(event.target)
      if (!spot) return
      event.preventDefault()
      if (!isWithin(selection, spot)) onSelect(at(spot), 'in place')
      onMenu(spot)
    },
  }
}

/** Whole rows: the one whose number was pressed, those up to it with Shift, or all. */
function toLines(
  { selection, rowCount, columnCount }: Options,
  line: number | 'all',
  isMore: boolean,
): Selection {
  const [from, to] = line === 'all' ? [rowCount - 1, 0] : [line, line]
  const row = isMore ? Math.max(0, selection.anchor.row) : from
  return { anchor: { row, column: columnCount - 1 }, head: { row: to, column: 0 } }
}

function isWithin(selection: Selection, { row, column }: Spot): boolean {
  const { top, bottom, left, right } = boxOf(selection)
  return row >= top && row <= bottom && column >= left && column <= right
}

function isSame(spot: Spot | undefined, other: Spot): boolean {
  return spot?.row === other.row && spot.column === other.column
}

function closest(target: EventTarget, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null
}

function isIn(target: EventTarget, selector: string): boolean {
  return closest(target, selector) !== null
}

function spotAt(target: EventTarget): Spot | undefined {
  const [row, column] = closest(target, '[data-spot]')?.dataset.spot?.split(':').map(Number) ?? []
  return row === undefined || column === undefined ? undefined : { row, column }
}

function cellAt(target: EventTarget): Spot | undefined {
  const spot = spotAt(target)
  return spot?.row === headRow ? undefined : spot
}

function lineAt(target: EventTarget): number | 'all' | undefined {
  const line = closest(target, '[data-line]')?.dataset.line
  if (line === undefined) return undefined
  return line === 'all' ? 'all' : Number(line)
}
