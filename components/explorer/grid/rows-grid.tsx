'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { wholeText } from '@/components/explorer/grid/cell'
import { CellMenu } from '@/components/explorer/grid/cell-menu'
import type { Column } from '@/components/explorer/grid/column'
import { ColumnMenu } from '@/components/explorer/grid/column-menu'
import type { RowSource } from '@/components/explorer/grid/columns'
import { toJson, toTsv } from '@/components/explorer/grid/copy-cells'
import { GridBar } from '@/components/explorer/grid/grid-bar'
import { GridHead } from '@/components/explorer/grid/grid-head'
import { gridKeys } from '@/components/explorer/grid/grid-keys'
import { GridRow } from '@/components/explorer/grid/grid-row'
import {
  type Box,
  boxOf,
  countOf,
  firstCell,
  headRow,
  type Selection,
  type Spot,
  within,
} from '@/components/explorer/grid/selection'
import { useColumnPointer } from '@/components/explorer/grid/use-column-pointer'
import { useGridLayout } from '@/components/explorer/grid/use-grid-layout'
import { useGridPointer } from '@/components/explorer/grid/use-grid-pointer'
import { useGridView } from '@/components/explorer/grid/use-grid-view'
import { copyText } from '@/components/ui/copy-text'
import { useRem } from '@/components/ui/use-rem'
import type { Condition } from '@/lib/odata/query/filter-tree'
import type { JsonObject, JsonValue } from '@/lib/odata/rows/exact-json'

type Props = Readonly<{
  label: string
  rows: RowSource
  columns: readonly Column[]
  /** What the layout of the columns is kept by. */
  entity: string
  onFilter?: (condition: Condition) => void
  /** Shows all of a value. */
  onOpen: (value: Readonly<{ column: Column; value: JsonValue; rowNumber: number }>) => void
}>

const noRow: JsonObject = {}

/**
 * Rows of any number and width: only the cells on the screen exist in the page. It is walked and its
 * cells are selected with the keys of an ARIA grid, or with the mouse.
 */
export function RowsGrid({ label, rows, columns, entity, onFilter, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useGridLayout(columns, entity)
  const [wanted, setSelection] = useState<Selection>(firstCell)
  const [menu, setMenu] = useState<Readonly<{ spot: Spot; anchor: HTMLElement }> | null>(null)
  const [said, setSaid] = useState('')
  const extent = { rows: rows.length, columns: layout.shown.length }
  const selection = within(wanted, extent)
  const { head } = selection
  const box = boxOf(selection)
  const view = useGridView({ scroller, rowCount: rows.length, shown: layout.shown, head })
  const takesFocus = useRef(false)

  useLayoutEffect(() => {
    // What is selected by a key may have come into the page only now.
    if (!takesFocus.current) return
    takesFocus.current = false
    elementAt(scroller.current, head)?.focus({ preventScroll: true })
  })
  const select = (next: Selection) => {
    takesFocus.current = true
    setSelection(next)
    setSaid('')
    view.reveal(next.head)
  }
  const openMenu = (spot: Spot) => {
    const anchor = elementAt(scroller.current, spot)
    if (anchor) setMenu({ spot, anchor })
  }
  const valueAt = ({ row, column }: Spot) => rows.at(row)?.[layout.shown[column]?.column.name ?? '']
  const open = (spot: Spot) => {
    const column = layout.shown[spot.column]?.column
    const value = valueAt(spot)
    if (column && value !== undefined) onOpen({ column, value, rowNumber: spot.row + 1 })
  }
  const names = layout.shown.map(({ column }) => column.name)
  const copy = async (text: string, what: string) =>
    setSaid((await copyText(text)) ? `${what} copied` : 'The browser did not let it be copied')
  const copyBox = (how: 'tsv' | 'json', heads: boolean) => {
    const text = how === 'tsv' ? toTsv(rows, names, { box, heads }) : toJson(rows, names, box)
    void copy(text, cellsOf(box))
  }
  const pointer = useColumnPointer(layout, useRem())
  const onKeyDown = gridKeys({
    selection,
    rowCount: rows.length,
    pageRows: view.pageRows,
    layout,
    onSelect: select,
    onMenu: openMenu,
    onCopy: () => copyBox('tsv', false),
    onSay: setSaid,
  })
  const handlers = useGridPointer({
    selection,
    rowCount: rows.length,
    columnCount: layout.shown.length,
    onSelect: select,
    onMenu: openMenu,
    onOpen: open,
  })
  const menuColumn = menu ? layout.shown[menu.spot.column] : undefined
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <GridBar layout={layout} box={box} said={said} onCopy={(how) => copyBox(how, true)} />
      {/* biome-ignore lint/a11y/useSemanticElements: a real table cannot place cells of which most are absent */}
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={layout.shown.length + 1}
        aria-multiselectable={true}
        {...handlers}
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 touch-pan-x touch-pan-y overflow-auto overscroll-contain select-none"
      >
        {/* biome-ignore lint/a11y/useSemanticElements: as the grid */}
        <div
          role="rowgroup"
          className="relative min-w-full text-sm"
          style={{ width: view.widthPx, height: view.heightPx }}
        >
          <GridHead
            view={view}
            active={head.row === headRow ? head.column : -1}
            pointer={pointer}
          />
          {view.lines.map(({ index, startPx }) => {
            const isIn = index >= box.top && index <= box.bottom
            return (
              <GridRow
                key={index}
                index={index}
                startPx={startPx}
                heightPx={view.rowPx}
                row={rows.at(index) ?? noRow}
                pinned={view.pinned}
                loose={view.loose}
                fixedPx={view.fixedPx}
                numberPx={view.numberPx}
                isFixed={view.isFixed}
                left={isIn ? box.left : -1}
                right={isIn ? box.right : -1}
                active={index === head.row ? head.column : -1}
              />
            )
          })}
        </div>
      </div>
      {menu && menuColumn && menu.spot.row === headRow ? (
        <ColumnMenu
          anchor={menu.anchor}
          laid={menuColumn}
          layout={layout}
          onClose={() => setMenu(null)}
        />
      ) : null}
      {menu && menuColumn && menu.spot.row !== headRow ? (
        <CellMenu
          anchor={menu.anchor}
          column={menuColumn.column}
          value={valueAt(menu.spot)}
          selected={countOf(box)}
          onFilter={onFilter}
          onCopy={(how) => {
            if (how === 'value') void copy(wholeText(valueAt(menu.spot)), 'The value is')
            else copyBox(how, how === 'tsv')
          }}
          onOpen={() => open(menu.spot)}
          onClose={() => setMenu(null)}
        />
      ) : null}
    </div>
  )
}

function elementAt(scroller: HTMLElement | null, { row, column }: Spot): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-spot="${row}:${column}"]`) ?? null
}

function cellsOf(box: Box): string {
  const count = countOf(box)
  return count === 1 ? 'The value is' : `${count.toLocaleString('en')} cells`
}
