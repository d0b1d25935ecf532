'use client'

import { useRef } from 'react'
import { CellMenu } from '@/components/explorer/grid/cell-menu'
import type { Column } from '@/components/explorer/grid/column'
import { ColumnMenu } from '@/components/explorer/grid/column-menu'
import type { RowSource } from '@/components/explorer/grid/columns'
import { GridBar } from '@/components/explorer/grid/grid-bar'
import { GridHead } from '@/components/explorer/grid/grid-head'
import { GridRow } from '@/components/explorer/grid/grid-row'
import { countOf, headRow } from '@/components/explorer/grid/selection'
import { useColumnPointer } from '@/components/explorer/grid/use-column-pointer'
import { type Grid, type GridValue, useGrid } from '@/components/explorer/grid/use-grid'
import { useRem } from '@/components/ui/use-rem'
import type { Condition } from '@/lib/odata/query/filter-tree'
import type { JsonObject } from '@/lib/odata/rows/exact-json'

type Props = Readonly<{
  label: string
  rows: RowSource
  columns: readonly Column[]
  /** What the layout of the columns is kept by. */
  entity: string
  onFilter?: (condition: Condition) => void
  /** Shows all of a value. */
  onOpen: (value: GridValue) => void
}>

const noRow: JsonObject = {}

/**
 * Rows of any number and width: only the cells on the screen exist in the page. It is walked and its
 * cells are selected with the keys of an ARIA grid, or with the mouse.
 */
export function RowsGrid({ label, rows, columns, entity, onFilter, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useGrid({ scroller, rows, columns, entity, onOpen })
  const { layout, view, head, box } = grid
  const pointer = useColumnPointer(layout, useRem())
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <GridBar
        layout={layout}
        box={box}
        said={grid.said}
        onCopy={(how) => grid.copyBox(how, true)}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a real table cannot place cells of which most are absent */}
      <div
        ref={scroller}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={layout.shown.length + 1}
        aria-multiselectable={true}
        {...grid.handlers}
        className="min-h-0 flex-1 overflow-auto overscroll-contain select-none"
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
          {view.lines.map(({ index, startPx, key }) => {
            const isIn = index >= box.top && index <= box.bottom
            return (
              <GridRow
                key={key}
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
      <OpenMenu grid={grid} onFilter={onFilter} />
    </div>
  )
}

type MenuProps = Readonly<{ grid: Grid; onFilter: Props['onFilter'] | undefined }>

/** What was opened last by a press on a cell or a head. */
function OpenMenu({ grid, onFilter }: MenuProps) {
  const { menu, layout, box } = grid
  const laid = menu ? layout.shown[menu.spot.column] : undefined
  if (!menu || !laid) return null
  const { spot, anchor } = menu
  if (spot.row === headRow) {
    return <ColumnMenu anchor={anchor} laid={laid} layout={layout} onClose={grid.closeMenu} />
  }
  return (
    <CellMenu
      anchor={anchor}
      column={laid.column}
      value={grid.valueAt(spot)}
      selected={countOf(box)}
      onFilter={onFilter}
      onCopy={(how) => {
        if (how === 'value') grid.copyValue(spot)
        else grid.copyBox(how, how === 'tsv')
      }}
      onOpen={() => grid.open(spot)}
      onClose={grid.closeMenu}
    />
  )
}
