'use client'

import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { type Cell, toCell } from '@/components/explorer/cell'
import { type Column, toColumns } from '@/components/explorer/columns'
import { cx } from '@/components/ui/cx'
import { useRem } from '@/components/ui/use-rem'

type Row = Readonly<Record<string, unknown>>
type Props = Readonly<{ label: string; rows: readonly Row[] }>

const rowRem = 2.0625
const numberColumnRem = 3.5

/** Rows of any number and width: only the cells on the screen exist in the page. */
export function RowsGrid({ label, rows }: Props) {
  const scroller = useRef<HTMLElement>(null)
  const columns = useMemo(() => toColumns(rows), [rows])
  const remPx = useRem()
  const rowPx = Math.round(rowRem * remPx)
  const numberColumnPx = Math.round(numberColumnRem * remPx)
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    paddingStart: rowPx,
    overscan: 8,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => Math.round((columns[index]?.widthRem ?? 0) * remPx),
    paddingStart: numberColumnPx,
    overscan: 3,
  })
  useEffect(() => {
    // The sizes that it keeps were taken with the text as large as it was then.
    if (remPx > 0) for (const axis of [lines, across]) axis.measure()
  }, [lines, across, remPx])
  const shown = across.getVirtualItems()
  return (
    <section
      ref={scroller}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto overscroll-contain -outline-offset-2"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a real table cannot place cells of which most are absent */}
      <div
        role="table"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        className="relative text-sm"
        style={{ width: across.getTotalSize(), height: lines.getTotalSize() }}
      >
        <HeaderRow columns={columns} shown={shown} heightPx={rowPx} />
        {lines.getVirtualItems().map((line) => (
          <BodyRow
            key={line.index}
            line={line}
            row={rows[line.index] ?? {}}
            columns={columns}
            shown={shown}
          />
        ))}
      </div>
    </section>
  )
}

type RowProps = Readonly<{ columns: readonly Column[]; shown: readonly VirtualItem[] }>

const cellBase = 'absolute top-0 flex h-full items-center border-r border-line px-3'
const numberCell =
  'sticky left-0 z-1 flex h-full w-14 items-center justify-end border-r border-line px-3 text-xs text-faint tabular-nums'

function place(item: VirtualItem) {
  return { left: item.start, width: item.size }
}

function HeaderRow({ columns, shown, heightPx }: RowProps & Readonly<{ heightPx: number }>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see the table above
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-2 border-b border-line bg-sunken font-medium"
      style={{ height: heightPx }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see the table above */}
      <div role="columnheader" aria-colindex={1} className={cx(numberCell, 'bg-sunken')}>
        #
      </div>
      {shown.map((item) => {
        const column = columns[item.index]
        return column ? (
          // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see the table above
          <div
            key={column.name}
            role="columnheader"
            aria-colindex={item.index + 2}
            title={column.name}
            className={cx(cellBase, column.align === 'right' && 'justify-end')}
            style={place(item)}
          >
            <span className="truncate">{column.name}</span>
          </div>
        ) : null
      })}
    </div>
  )
}

function BodyRow({
  line,
  row,
  columns,
  shown,
}: RowProps & Readonly<{ line: VirtualItem; row: Row }>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: see the table above
    <div
      role="row"
      aria-rowindex={line.index + 2}
      className="group absolute inset-x-0 top-0 border-b border-line bg-surface hover:bg-sunken"
      style={{ height: line.size, transform: `translateY(${line.start}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the table above */}
      <div
        role="cell"
        aria-colindex={1}
        className={cx(numberCell, 'bg-surface group-hover:bg-sunken')}
      >
        {line.index + 1}
      </div>
      {shown.map((item) => {
        const column = columns[item.index]
        return column ? (
          <BodyCell key={column.name} item={item} column={column} cell={toCell(row[column.name])} />
        ) : null
      })}
    </div>
  )
}

const inks: Readonly<Record<Cell['kind'], string>> = {
  null: 'text-faint italic',
  empty: '',
  number: 'tabular-nums',
  boolean: '',
  date: 'tabular-nums',
  text: '',
  object: 'font-mono text-xs',
}

type CellProps = Readonly<{ item: VirtualItem; column: Column; cell: Cell }>

function BodyCell({ item, column, cell }: CellProps) {
  const noDate = cell.kind === 'date' && /^[a-z]/.test(cell.text)
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table above
    <div
      role="cell"
      aria-colindex={item.index + 2}
      {...(cell.hint ? { title: cell.hint } : {})}
      className={cx(
        cellBase,
        column.align === 'right' && 'justify-end',
        noDate ? 'text-faint italic' : inks[cell.kind],
      )}
      style={place(item)}
    >
      <span className="truncate">{cell.text}</span>
    </div>
  )
}
