'use client'

import { Ellipsis } from 'lucide-react'
import { memo } from 'react'
import { type Cell, toCell } from '@/components/explorer/grid/cell'
import type { PlacedColumn } from '@/components/explorer/grid/use-grid-view'
import { cx } from '@/components/ui/cx'
import type { JsonObject } from '@/lib/odata/rows/exact-json'

type Props = Readonly<{
  index: number
  startPx: number
  heightPx: number
  row: JsonObject
  pinned: readonly PlacedColumn[]
  loose: readonly PlacedColumn[]
  fixedPx: number
  numberPx: number
  isFixed: boolean
  /** The selected columns of this row, both included; -1 for none. */
  left: number
  right: number
  /** The column where the focus is; -1 where it is in another row. */
  active: number
}>

export const numberLook =
  'h-full shrink-0 border-r border-line px-2 text-right text-xs leading-[inherit] text-faint tabular-nums'

/** One row; it is drawn anew only when something in it changes. */
export const GridRow = memo(function GridRow(props: Props) {
  const { index, startPx, heightPx, row, pinned, loose, fixedPx, numberPx, isFixed } = props
  const { left, right, active } = props
  const cell = (placed: PlacedColumn, isLoose: boolean) => (
    <GridCell
      key={placed.column.name}
      row={index}
      placed={placed}
      isLoose={isLoose}
      cell={toCell(row[placed.column.name], placed.column)}
      isSelected={placed.index >= left && placed.index <= right}
      isActive={placed.index === active}
    />
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a real table cannot place cells of which most are absent; the cells take the focus
    <div
      role="row"
      aria-rowindex={index + 2}
      className="group absolute inset-x-0 top-0 border-b border-line bg-surface [contain:layout_size_style] hover:bg-sunken"
      style={{
        height: heightPx,
        lineHeight: `${heightPx - 1}px`,
        transform: `translateY(${startPx}px)`,
      }}
    >
      <div
        role="presentation"
        className={cx(
          'left-0 z-1 flex h-full bg-surface group-hover:bg-sunken',
          isFixed && 'sticky',
        )}
        style={{ width: fixedPx }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as the row */}
        <div
          role="rowheader"
          aria-colindex={1}
          data-line={index}
          className={cx(numberLook, 'cursor-default')}
          style={{ width: numberPx }}
        >
          {index + 1}
        </div>
        {pinned.map((placed) => cell(placed, false))}
      </div>
      {loose.map((placed) => cell(placed, true))}
    </div>
  )
})

const inks: Readonly<Record<Cell['kind'], string>> = {
  null: 'text-faint italic',
  empty: '',
  number: 'tabular-nums',
  boolean: '',
  date: 'tabular-nums',
  'no-date': 'text-faint italic',
  enum: '',
  text: '',
  nested: '',
}

type CellProps = Readonly<{
  row: number
  placed: PlacedColumn
  isLoose: boolean
  cell: Cell
  isSelected: boolean
  isActive: boolean
}>

function GridCell({ row, placed, isLoose, cell, isSelected, isActive }: CellProps) {
  const { column, index, leftPx, widthPx } = placed
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the row
    <div
      role="gridcell"
      aria-colindex={index + 2}
      aria-selected={isSelected}
      data-spot={`${row}:${index}`}
      tabIndex={isActive ? 0 : -1}
      title={cell.hint}
      className={cx(
        'h-full truncate border-r border-line px-3 outline-offset-[-2px] [contain:strict]',
        isLoose ? 'absolute top-0' : 'relative shrink-0',
        column.align === 'right' && 'text-right',
        isSelected && 'bg-accent-soft',
        inks[cell.kind],
      )}
      style={isLoose ? { left: leftPx, width: widthPx } : { width: widthPx }}
    >
      {cell.kind === 'nested' ? <Chip text={cell.text} /> : cell.text}
      {cell.aside ? (
        <span className="ml-1.5 text-xs leading-none text-faint tabular-nums">{cell.aside}</span>
      ) : null}
      {isActive ? (
        <span
          aria-hidden="true"
          data-menus=""
          className="absolute inset-y-1 right-1 hidden cursor-pointer place-items-center rounded-sm border border-line bg-raised px-1 text-muted group-focus-within:grid hover:text-ink"
        >
          <Ellipsis className="size-3.5" />
        </span>
      ) : null}
    </div>
  )
}

function Chip({ text }: Readonly<{ text: string }>) {
  return (
    <span
      data-opens=""
      className="cursor-pointer rounded-sm bg-info-soft px-1.5 py-0.5 text-xs font-medium text-info hover:underline"
    >
      {text}
    </span>
  )
}
