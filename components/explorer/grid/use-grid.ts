'use client'

import { type RefObject, useState } from 'react'
import { wholeText } from '@/components/explorer/grid/cell'
import type { Column } from '@/components/explorer/grid/column'
import type { RowSource } from '@/components/explorer/grid/columns'
import { toJson, toTsv } from '@/components/explorer/grid/copy-cells'
import { gridKeys } from '@/components/explorer/grid/grid-keys'
import {
  boxOf,
  countOf,
  firstCell,
  type Selection,
  type Spot,
  within,
} from '@/components/explorer/grid/selection'
import { useGridLayout } from '@/components/explorer/grid/use-grid-layout'
import { useGridPointer } from '@/components/explorer/grid/use-grid-pointer'
import { useGridView } from '@/components/explorer/grid/use-grid-view'
import { elementAt, useHeadFocus } from '@/components/explorer/grid/use-head-focus'
import { copyText } from '@/components/ui/copy-text'
import type { JsonValue } from '@/lib/odata/rows/exact-json'

/** A value with where it stands; rows are counted from one. */
export type GridValue = Readonly<{ column: Column; value: JsonValue; rowNumber: number }>

type Options = Readonly<{
  scroller: RefObject<HTMLElement | null>
  rows: RowSource
  columns: readonly Column[]
  entity: string
  onOpen: (value: GridValue) => void
}>

type OpenMenu = Readonly<{ spot: Spot; anchor: HTMLElement }>

/** The state of a grid: where its columns stand, what is selected, and what its keys and mouse do. */
export function useGrid({ scroller, rows, columns, entity, onOpen }: Options) {
  const layout = useGridLayout(columns, entity)
  const [wanted, setWanted] = useState<Selection>(firstCell)
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [said, setSaid] = useState('')
  const [rowCount, columnCount] = [rows.length, layout.shown.length]
  const selection = within(wanted, { rows: rowCount, columns: columnCount })
  const { head } = selection
  const box = boxOf(selection)
  const view = useGridView({ scroller, rowCount, shown: layout.shown, head })
  const focus = useHeadFocus(scroller, head)
  const select = (next: Selection, how: 'revealed' | 'in place' = 'revealed') => {
    focus.take()
    setWanted(next)
    setSaid('')
    if (how === 'revealed') view.reveal(next.head)
  }
  const openMenu = (spot: Spot) => {
    const anchor = elementAt(scroller.current, spot)
    if (anchor) setMenu({ spot, anchor })
  }
  const valueAt = ({ row, column }: Spot) => {
    const name = layout.shown[column]?.column.name
    return name === undefined ? undefined : rows.at(row)?.[name]
  }
  const open = (spot: Spot) => {
    const column = layout.shown[spot.column]?.column
    const value = valueAt(spot)
    if (column && value !== undefined) onOpen({ column, value, rowNumber: spot.row + 1 })
  }
  const say = async (copied: Promise<boolean>, words: string) =>
    setSaid((await copied) ? words : 'The browser did not let it be copied')
  const copyBox = (how: 'tsv' | 'json', heads: boolean) => {
    const names = layout.shown.map(({ column }) => column.name)
    const text = how === 'tsv' ? toTsv(rows, names, { box, heads }) : toJson(rows, names, box)
    const count = countOf(box)
    const what = count === 1 ? 'The value is' : `${count.toLocaleString('en')} cells are`
    void say(copyText(text), `${what} copied`)
  }
  const act = { selection, rowCount, onSelect: select, onMenu: openMenu }
  const pointer = useGridPointer({ ...act, columnCount, onOpen: open })
  const onKeyDown = gridKeys({
    ...act,
    layout,
    pageRows: view.pageRows,
    onCopy: () => copyBox('tsv', false),
    onSay: setSaid,
  })
  return {
    layout,
    view,
    head,
    box,
    said,
    menu,
    closeMenu: () => {
      focus.take()
      setMenu(null)
    },
    valueAt,
    open,
    copyBox,
    copyValue: (spot: Spot) => void say(copyText(wholeText(valueAt(spot))), 'The value is copied'),
    handlers: { ...pointer, ...focus.handlers, onKeyDown },
  }
}

export type Grid = ReturnType<typeof useGrid>
