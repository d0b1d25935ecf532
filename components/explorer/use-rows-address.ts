'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo, useSyncExternalStore } from 'react'
import { parseAt, toAt } from '@/components/explorer/next-link'
import { defaultOptions } from '@/components/explorer/query-text'
import type { RowsRequest } from '@/components/explorer/read-rows'
import { RowsAddressStore } from '@/components/explorer/rows-address'
import { addCondition } from '@/lib/odata/query/add-condition'
import type { Condition } from '@/lib/odata/query/filter-tree'
import { parseQuery } from '@/lib/odata/query/parse-query'
import { applyQuery } from '@/lib/odata/query/print-query'
import type { Query } from '@/lib/odata/query/query'
import { toRequest } from '@/lib/odata/query/to-request'

const views = ['rows', 'json', 'raw'] as const
export type RowsView = (typeof views)[number]

/** The view that an address or a tab names; the rows where it names none. */
export function parseView(text: string | null): RowsView {
  return views.find((view) => view === text) ?? 'rows'
}

export type RowsAddress = Readonly<{
  /** The query that was run, as it was typed. */
  options: string
  /** The same, read. */
  query: Query
  request: RowsRequest
  /** Whether the request is a later page, reached by a next link. */
  later: boolean
  view: RowsView
  /** Runs a query: a step that going back undoes. */
  run: (options: string) => void
  /** Runs the query with one more condition, such as a cell that was pressed. */
  addFilter: (condition: Condition) => void
  follow: (next: RowsRequest) => void
  show: (view: RowsView) => void
}>

export type QueryDraft = Readonly<{
  /** The query that is being written, as text and read; neither is ahead of the other. */
  text: string
  query: Query
  /** Takes the text as it is typed. */
  write: (text: string) => void
  /** Takes the query as it was changed; `typing` where it is one letter of many. */
  change: (next: Query, typing?: boolean) => void
}>

const store = new RowsAddressStore()

function useAddressParam(name: Parameters<typeof store.read>[0]): string | null {
  const known = useSearchParams().get(name)
  return useSyncExternalStore(
    store.subscribe,
    () => store.read(name),
    () => known,
  )
}

/**
 * What is read and how it is shown, kept in the page's address: `options` as typed, `at` for a
 * later page, `view=json` or `raw`. Going back goes back through the queries that were run. Any component of
 * the page may use it; all see the same.
 */
export function useRowsAddress(entitySet: string): RowsAddress {
  const options = useAddressParam('options') ?? defaultOptions
  const at = useAddressParam('at') ?? ''
  const view = parseView(useAddressParam('view'))
  return useMemo(() => {
    const later = parseAt(at)
    const run = (text: string) => store.go({ options: text, at: null, draft: null }, 'push')
    return {
      options,
      query: parseQuery(entitySet, options),
      request: later ?? toRequest(entitySet, options),
      later: later !== undefined,
      view,
      run,
      addFilter: (condition) => {
        const draft = store.read('draft') ?? options
        // A filter that cannot be read cannot be added to; the one that was run can.
        const isRead = !parseQuery(entitySet, draft).others.some(({ name }) => name === '$filter')
        const text = isRead ? draft : options
        run(applyQuery(text, addCondition(parseQuery(entitySet, text), condition)))
      },
      follow: (next) => store.go({ at: toAt(next) }, 'push'),
      show: (next) => store.go({ view: next === 'rows' ? null : next }, 'replace'),
    }
  }, [entitySet, options, at, view])
}

/**
 * The query that is being written. Until it is run it stands in the address as `draft`, so that a
 * link reproduces it and going back undoes a step.
 */
export function useQueryDraft(entitySet: string): QueryDraft {
  const options = useAddressParam('options') ?? defaultOptions
  const text = useAddressParam('draft') ?? options
  return useMemo(() => {
    const query = parseQuery(entitySet, text)
    const draftOf = (next: string) => (next === options ? null : next)
    return {
      text,
      query,
      write: (next) => store.type(draftOf(next)),
      change: (next, typing = false) => {
        const changed = draftOf(applyQuery(text, next))
        if (typing) store.type(changed)
        else store.go({ draft: changed }, 'push')
      },
    }
  }, [entitySet, options, text])
}
