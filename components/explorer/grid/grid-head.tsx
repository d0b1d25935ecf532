'use client'

import { ChevronDown, KeyRound, Pin } from 'lucide-react'
import type { PointerEvent } from 'react'
import { fieldTypeWords } from '@/components/explorer/field-words'
import { numberLook } from '@/components/explorer/grid/grid-row'
import { headRow } from '@/components/explorer/grid/selection'
import type { ColumnPointer } from '@/components/explorer/grid/use-column-pointer'
import type { GridView, PlacedColumn } from '@/components/explorer/grid/use-grid-view'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  view: GridView
  /** The column whose head has the focus; -1 where a cell has it. */
  active: number
  pointer: ColumnPointer
}>

/** The names of the columns; each takes its place, its width and its menu by mouse and by keyboard. */
export function GridHead({ view, active, pointer }: Props) {
  const { rowPx, numberPx, fixedPx, isFixed, pinned, loose } = view
  const head = (placed: PlacedColumn, isLoose: boolean) => (
    <HeadCell
      key={placed.column.name}
      placed={placed}
      isLoose={isLoose}
      isActive={placed.index === active}
      pointer={pointer}
    />
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a real table cannot place cells of which most are absent; the heads take the focus
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-2 border-b border-line bg-sunken font-medium"
      style={{ height: rowPx, lineHeight: `${rowPx - 1}px` }}
    >
      <div
        role="presentation"
        className={cx('left-0 z-1 flex h-full bg-sunken', isFixed && 'sticky')}
        style={{ width: fixedPx }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as the row */}
        <div
          role="columnheader"
          aria-colindex={1}
          aria-label="Row number"
          data-line="all"
          title="Select all"
          className={cx(numberLook, 'cursor-default')}
          style={{ width: numberPx }}
        >
          #
        </div>
        {pinned.map((placed) => head(placed, false))}
      </div>
      {loose.map((placed) => head(placed, true))}
    </div>
  )
}

type HeadProps = Readonly<{
  placed: PlacedColumn
  isLoose: boolean
  isActive: boolean
  pointer: ColumnPointer
}>

function HeadCell({ placed, isLoose, isActive, pointer }: HeadProps) {
  const { column, index, leftPx, widthPx } = placed
  const { name } = column
  const { drop, dragged } = pointer
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the row
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-haspopup="menu"
      data-spot={`${headRow}:${index}`}
      tabIndex={isActive ? 0 : -1}
      title={hintOf(placed)}
      onPointerDown={(event) => pointer.startDrag(event, name)}
      className={cx(
        'group/head flex h-full cursor-default items-center gap-1 border-r border-line px-3 outline-offset-[-2px] hover:bg-line/50',
        isLoose ? 'absolute top-0' : 'relative shrink-0',
        column.align === 'right' && 'flex-row-reverse',
        dragged === name && 'opacity-50',
        drop?.before === name && 'shadow-[inset_3px_0_0_var(--color-accent)]',
        drop?.after === name && 'shadow-[inset_-3px_0_0_var(--color-accent)]',
      )}
      style={isLoose ? { left: leftPx, width: widthPx } : { width: widthPx }}
    >
      <span className="truncate">{name}</span>
      {column.field?.isKey ? (
        <KeyRound aria-label="key" className="size-3 shrink-0 text-faint" />
      ) : null}
      {isLoose ? null : <Pin aria-label="pinned" className="size-3 shrink-0 text-faint" />}
      <ChevronDown
        aria-hidden="true"
        className="absolute inset-y-0 right-1.5 my-auto size-4 rounded-sm bg-raised text-muted opacity-0 group-hover/head:opacity-100 group-focus-visible/head:opacity-100"
      />
      <ResizeHandle
        onPointerDown={(event) => pointer.startResize(event, name, widthPx)}
        onFit={() => pointer.fit(name)}
      />
    </div>
  )
}

function ResizeHandle({
  onPointerDown,
  onFit,
}: Readonly<{ onPointerDown: (event: PointerEvent) => void; onFit: () => void }>) {
  return (
    <span
      aria-hidden="true"
      onPointerDown={onPointerDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={onFit}
      className="absolute inset-y-0 right-0 w-2 cursor-col-resize touch-none hover:bg-accent/40"
    />
  )
}

function hintOf({ column: { name, field } }: PlacedColumn): string {
  if (!field) return name
  const label = field.labelId ? ` · ${field.labelId}` : ''
  return `${name} · ${fieldTypeWords(field)}${label}`
}
