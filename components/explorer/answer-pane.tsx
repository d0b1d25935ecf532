'use client'

import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { JsonView } from '@/components/explorer/json-view'
import type { RowsAnswer } from '@/components/explorer/read-rows'
import { RowsGrid } from '@/components/explorer/rows-grid'
import type { RowsView } from '@/components/explorer/use-rows-address'
import { Button } from '@/components/ui/button'
import { toSize } from '@/components/ui/size'
import { Tabs } from '@/components/ui/tabs'

type Props = Readonly<{
  entitySet: string
  answer: RowsAnswer
  view: RowsView
  onViewChange: (view: RowsView) => void
  /** Whether it is a page after the first. */
  later: boolean
  /** Opens the next page; null where F&O named none. */
  onNext: (() => void) | null
  /** What stands where the rows would be when there are none. */
  empty: ReactNode
}>

/** An answer of F&O, as a grid and as it came. */
export function AnswerPane(props: Props) {
  const { entitySet, answer, view, onViewChange, later, onNext, empty } = props
  const { page, json } = answer
  const rows = page?.value
  const label = `Rows of ${entitySet}`
  const rowsPanel = rows && (rows.length > 0 ? <RowsGrid label={label} rows={rows} /> : empty)
  return (
    <Tabs
      label="View of the answer"
      value={rows ? view : 'json'}
      onValueChange={(next) => onViewChange(next === 'json' ? 'json' : 'rows')}
      className="flex-1"
      items={[
        ...(rowsPanel ? [{ value: 'rows', label: 'Rows', panel: rowsPanel }] : []),
        { value: 'json', label: 'JSON', panel: <JsonView json={json} /> },
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

function summaryOf({ page, tookMs, bytes }: RowsAnswer): string {
  const parts = [toSeconds(tookMs), toSize(bytes)]
  if (!page) return parts.join(' · ')
  const { length } = page.value
  const rows = `${length.toLocaleString('en')} ${length === 1 ? 'row' : 'rows'}`
  const all = page['@odata.count']
  return [all === undefined ? rows : `${rows} of ${all.toLocaleString('en')}`, ...parts].join(' · ')
}

function toSeconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`
}
