'use client'

import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { GridPane } from '@/components/explorer/grid/grid-pane'
import { JsonView } from '@/components/explorer/grid/json-view'
import { RawView } from '@/components/explorer/grid/raw-view'
import type { RowsAnswer } from '@/components/explorer/read-rows'
import { parseView, type RowsView } from '@/components/explorer/use-rows-address'
import { Button } from '@/components/ui/button'
import { toSize } from '@/components/ui/size'
import { Tabs } from '@/components/ui/tabs'
import type { Condition } from '@/lib/odata/query/filter-tree'

type Props = Readonly<{
  connectionId: string
  entitySet: string
  answer: RowsAnswer
  view: RowsView
  onViewChange: (view: RowsView) => void
  /** Whether it is a page after the first. */
  later: boolean
  /** Opens the next page; null where F&O named none. */
  onNext: (() => void) | null
  /** Asks for rows that meet one more condition; absent where none can be added. */
  onFilter?: (condition: Condition) => void
  /** What stands where the rows would be when there are none. */
  empty: ReactNode
}>

/** An answer of F&O, as a grid and as it came. */
export function AnswerPane(props: Props) {
  const { connectionId, entitySet, answer, view, onViewChange, later, onNext, onFilter } = props
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
      aside={
        <div className="flex min-h-10 flex-wrap items-center gap-x-4 px-3 text-sm text-muted">
          <p role="status" className="tabular-nums">
            {summaryOf(answer)}
            {later ? ' · a later page' : ''}
          </p>
          {onNext ? (
            <Button size="sm" onClick={onNext}>
              Next page
              <ArrowRight aria-hidden="true" />
            </Button>
          ) : null}
        </div>
      }
    />
  )
}

function summaryOf({ page, rows, tookMs, bytes }: RowsAnswer): string {
  const parts = [toSeconds(tookMs), toSize(bytes)]
  if (!rows) return parts.join(' · ')
  const many = `${rows.length.toLocaleString('en')} ${rows.length === 1 ? 'row' : 'rows'}`
  const all = page?.['@odata.count']
  return [all === undefined ? many : `${many} of ${all.toLocaleString('en')}`, ...parts].join(' · ')
}

function toSeconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`
}
