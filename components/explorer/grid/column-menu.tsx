'use client'

import { ArrowLeft, ArrowRight, EyeOff, MoveHorizontal, Pin, PinOff, RotateCcw } from 'lucide-react'
import { fieldTypeWords } from '@/components/explorer/field-words'
import { GridMenu, GridMenuItem, GridMenuRule } from '@/components/explorer/grid/grid-menu'
import type { GridColumns, LaidColumn } from '@/components/explorer/grid/use-grid-layout'

type Props = Readonly<{
  anchor: HTMLElement
  laid: LaidColumn
  layout: GridColumns
  onClose: () => void
}>

/** Pins, moves, hides and sizes a column. */
export function ColumnMenu({ anchor, laid: { column, isPinned }, layout, onClose }: Props) {
  const { name, field } = column
  return (
    <GridMenu
      anchor={anchor}
      title={name}
      {...(field ? { detail: fieldTypeWords(field) } : {})}
      onClose={onClose}
    >
      <GridMenuItem Icon={isPinned ? PinOff : Pin} onClick={() => layout.pin(name, !isPinned)}>
        {isPinned ? 'Unpin' : 'Pin to the left'}
      </GridMenuItem>
      <GridMenuItem Icon={ArrowLeft} onClick={() => layout.moveBy(name, -1)} keys="Shift ←">
        Move left
      </GridMenuItem>
      <GridMenuItem Icon={ArrowRight} onClick={() => layout.moveBy(name, 1)} keys="Shift →">
        Move right
      </GridMenuItem>
      <GridMenuItem Icon={MoveHorizontal} onClick={() => layout.resize(name, null)} keys="Alt ← →">
        As wide as its values
      </GridMenuItem>
      <GridMenuItem
        Icon={EyeOff}
        onClick={() => layout.show(name, false)}
        disabled={layout.shown.length === 1}
      >
        Hide
      </GridMenuItem>
      {layout.isChanged ? (
        <>
          <GridMenuRule />
          <GridMenuItem Icon={RotateCcw} onClick={layout.reset}>
            Reset all columns
          </GridMenuItem>
        </>
      ) : null}
    </GridMenu>
  )
}
