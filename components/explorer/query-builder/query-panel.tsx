'use client'

import { ChevronRight, Play, Square } from 'lucide-react'
import { type FormEvent, useDeferredValue, useId, useMemo } from 'react'
import { CoachNotes } from '@/components/explorer/query-builder/coach-notes'
import { ProblemList } from '@/components/explorer/query-builder/problem-list'
import { QueryBuilder } from '@/components/explorer/query-builder/query-builder'
import { QueryEditor } from '@/components/explorer/query-builder/query-editor'
import { useCatalogView } from '@/components/explorer/query-builder/use-catalog-view'
import { useQueryDraft } from '@/components/explorer/use-rows-address'
import { useQueryParam } from '@/components/shell/use-query-param'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { checkQuery } from '@/lib/odata/query/check-query'
import { coachCost } from '@/lib/odata/query/cost-coach'
import { printFilterTree } from '@/lib/odata/query/filter-tree'
import { parseQuery } from '@/lib/odata/query/parse-query'
import type { Query } from '@/lib/odata/query/query'
import type { QueryProblem } from '@/lib/odata/query/query-problem'

type Props = Readonly<{
  connectionId: string
  entitySet: string
  /** What was run last, and how many rows it has where they were counted. */
  options: string
  counted: number | null
  running: boolean
  onRun: (options: string) => void
  onCancel: () => void
}>

/** A query as text and as a builder, what is wrong with it and what it costs. */
export function QueryPanel(props: Props) {
  const { connectionId, entitySet, options, counted, running, onRun, onCancel } = props
  const draft = useQueryDraft(entitySet)
  const { text, query } = draft
  const catalog = useCatalogView(connectionId, query)
  const [folded, setFolded] = useQueryParam('builder')
  const [helpId, builderId] = [useId(), useId()]
  const settled = useDeferredValue(text)
  const problems = useMemo(() => checkQuery(settled, catalog), [settled, catalog])
  const rows = useMemo(
    () => (asksForSame(query, parseQuery(entitySet, options)) ? counted : null),
    [entitySet, options, query, counted],
  )
  const report = coachCost(query, { entity: catalog.entitySet, rows })

  const fix = (problem: QueryProblem, instead: string) =>
    draft.write(text.slice(0, problem.from) + instead + text.slice(problem.to))
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    onRun(text.trim())
  }
  const isOpen = folded !== 'folded'
  return (
    <form onSubmit={submit} className="flex min-w-0 flex-col gap-2">
      <div className="flex min-w-0 flex-col gap-2 sm:flex-row sm:items-start">
        <QueryEditor
          text={text}
          problems={settled === text ? problems : []}
          catalog={catalog}
          describedBy={helpId}
          onWrite={draft.write}
          onSubmit={submit}
        />
        <RunButton running={running} isChanged={text.trim() !== options} onCancel={onCancel} />
      </div>
      <p id={helpId} className="sr-only">
        OData options as they stand in a URL, joined by an ampersand. Enter runs them; Control and
        space show what may be written.
      </p>
      <div role="status" className="empty:hidden">
        {problems.length > 0 ? <ProblemList problems={problems} onFix={fix} /> : null}
      </div>
      <div className="flex min-w-0 flex-col gap-x-5 gap-y-1 sm:flex-row sm:items-start">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={builderId}
          onClick={() => setFolded(isOpen ? 'folded' : '')}
          className="-ml-1 inline-flex items-center gap-1.5 self-start rounded-sm px-1 text-sm font-medium text-muted hover:text-ink"
        >
          <ChevronRight
            aria-hidden="true"
            className={cx('size-4 transition-transform', isOpen && 'rotate-90')}
          />
          Builder
        </button>
        <CoachNotes report={report} onChange={(next) => draft.change(next)} />
      </div>
      <div id={builderId} hidden={!isOpen}>
        {isOpen ? (
          <QueryBuilder
            connectionId={connectionId}
            query={query}
            catalog={catalog}
            onChange={draft.change}
          />
        ) : null}
      </div>
    </form>
  )
}

/** Whether both find the same rows, so that what was counted of one holds for the other. */
function asksForSame(left: Query, right: Query): boolean {
  return (
    printFilterTree(left.filter) === printFilterTree(right.filter) &&
    left.crossCompany === right.crossCompany
  )
}

type RunProps = Readonly<{ running: boolean; isChanged: boolean; onCancel: () => void }>

function RunButton({ running, isChanged, onCancel }: RunProps) {
  return (
    <div className="flex shrink-0 items-center gap-3 self-end sm:flex-col sm:items-stretch sm:gap-1 sm:self-start">
      <p role="status" className="text-center text-xs text-muted empty:hidden sm:order-last">
        {isChanged && !running ? 'not run yet' : null}
      </p>
      {running ? (
        <Button onClick={onCancel} className="w-24">
          <Square aria-hidden="true" />
          Cancel
        </Button>
      ) : (
        <Button type="submit" variant="primary" className="w-24">
          <Play aria-hidden="true" />
          Run
        </Button>
      )}
    </div>
  )
}
