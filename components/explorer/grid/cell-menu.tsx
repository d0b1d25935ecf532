'use client'

import { Braces, Copy, Expand, Filter, FilterX, Table } from 'lucide-react'
import { toCell, wholeText } from '@/components/explorer/grid/cell'
import { toCellCondition } from '@/components/explorer/grid/cell-condition'
import type { Column } from '@/components/explorer/grid/column'
import { GridMenu, GridMenuItem, GridMenuRule } from '@/components/explorer/grid/grid-menu'
import type { Condition } from '@/lib/odata/query/filter-tree'
import type { JsonValue } from '@/lib/odata/rows/exact-json'

type Props = Readonly<{
  anchor: HTMLElement
  column: Column
  value: JsonValue | undefined
  /** How many cells are selected. */
  selected: number
  onFilter: ((condition: Condition) => void) | undefined
  onCopy: (how: 'value' | 'tsv' | 'json') => void
  onOpen: () => void
  onClose: () => void
}>

/** Filters by what stands in a cell, copies it, shows all of it. */
export function CellMenu(props: Props) {
  const { anchor, column, value, selected, onFilter, onCopy, onOpen, onClose } = props
  const cell = toCell(value, column)
  const shown = quoted(cell.kind, cell.text)
  const [is, isNot] = [toCellCondition(column, value, 'eq'), toCellCondition(column, value, 'ne')]
  const isNested = cell.kind === 'nested'
  return (
    <GridMenu anchor={anchor} title={column.name} detail={shown} onClose={onClose}>
      {onFilter && is && isNot ? (
        <>
          <GridMenuItem Icon={Filter} onClick={() => onFilter(is)}>
            Only where it is {shown}
          </GridMenuItem>
          <GridMenuItem Icon={FilterX} onClick={() => onFilter(isNot)}>
            Only where it is not {shown}
          </GridMenuItem>
          <GridMenuRule />
        </>
      ) : null}
      <GridMenuItem
        Icon={Copy}
        onClick={() => onCopy('value')}
        {...(selected > 1 ? {} : { keys: 'Ctrl C' })}
        disabled={wholeText(value) === ''}
      >
        Copy the value
      </GridMenuItem>
      {selected > 1 ? (
        <>
          <GridMenuItem Icon={Table} onClick={() => onCopy('tsv')} keys="Ctrl C">
            Copy {selected.toLocaleString('en')} cells as TSV
          </GridMenuItem>
          <GridMenuItem Icon={Braces} onClick={() => onCopy('json')}>
            Copy {selected.toLocaleString('en')} cells as JSON
          </GridMenuItem>
        </>
      ) : null}
      <GridMenuItem Icon={Expand} onClick={onOpen} disabled={value === undefined || value === null}>
        {isNested
          ? `Open ${cell.text === 'record' ? 'the record' : cell.text}`
          : 'Show the whole value'}
      </GridMenuItem>
    </GridMenu>
  )
}

function quoted(kind: ReturnType<typeof toCell>['kind'], text: string): string {
  if (kind === 'empty') return 'an empty text'
  return kind === 'text' ? `“${text}”` : text
}
