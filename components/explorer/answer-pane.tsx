'use client'

import type { ReactNode } from 'react'
import { GridPane } from '@/components/explorer/grid/grid-pane'
import { JsonView } from '@/components/explorer/grid/json-view'
import { RawView } from '@/components/explorer/grid/raw-view'
import type { RowsAnswer } from '@/components/explorer/read-rows'
import { parseView, type RowsView } from '@/components/explorer/use-rows-address'
import { Tabs } from '@/components/ui/tabs'
import type { Condition } from '@/lib/odata/query/filter-tree'

type Props = Readonly<{
  connectionId: string
  entitySet: string
  answer: RowsAnswer
  view: RowsView
  onViewChange: (view: RowsView) => void
  /** Asks for rows that meet one more condition; absent where none can be added. */
  onFilter?: (condition: Condition) => void
  /** What stands where the rows would be when there are none. */
  empty: ReactNode
  /** What is said of the answer, and the way to the next; stands beside the views. */
  bar: ReactNode
}>

/** An answer of F&O, as a grid and as it came. */
export function AnswerPane(props: Props) {
  const { connectionId, entitySet, answer, view, onViewChange, onFilter, bar } = props
  const { rows, scanned } = answer
  const rowsPanel = rows && (
    <GridPane
      connectionId={connectionId}
      entitySet={entitySet}
      rows={rows}
      {...(onFilter ? { onFilter } : {})}
    />
  )
  const shown = view === 'rows' && !rows ? 'json' : view
  return (
    <Tabs
      label="View of the answer"
      value={shown}
      onValueChange={(next) => onViewChange(parseView(next))}
      className="flex-1"
      items={[
        ...(rows
          ? [{ value: 'rows', label: 'Rows', panel: rows.length > 0 ? rowsPanel : props.empty }]
          : []),
        {
          value: 'json',
          label: 'JSON',
          panel: <JsonView entitySet={entitySet} scanned={scanned} />,
        },
        {
          value: 'raw',
          label: 'Raw',
          panel: <RawView entitySet={entitySet} bytes={scanned.bytes} />,
        },
      ]}
      aside={bar}
    />
  )
}
