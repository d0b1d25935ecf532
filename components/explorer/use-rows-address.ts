'use client'

import { useSearchParams } from 'next/navigation'
import { parseAt, toAt } from '@/components/explorer/next-link'
import { defaultOptions } from '@/components/explorer/query-text'
import type { RowsRequest } from '@/components/explorer/read-rows'
import { toRequest } from '@/lib/odata/query/to-request'

export type RowsView = 'rows' | 'json'

type RowsAddress = Readonly<{
  /** The options as they were typed. */
  options: string
  request: RowsRequest
  /** Whether the request is a later page, reached by a next link. */
  later: boolean
  view: RowsView
  run: (options: string) => void
  follow: (next: RowsRequest) => void
  show: (view: RowsView) => void
}>

function go(change: Readonly<Record<string, string | null>>, how: 'pushState' | 'replaceState') {
  const url = new URL(window.location.href)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  window.history[how](null, '', url)
}

/**
 * What is read and how it is shown, kept in the page's address: `options` as typed, `at` for a
 * later page, `view=json`. Going back goes back through the queries that were run.
 */
export function useRowsAddress(entitySet: string): RowsAddress {
  const params = useSearchParams()
  const options = params.get('options') ?? defaultOptions
  const later = parseAt(params.get('at') ?? '')
  return {
    options,
    request: later ?? toRequest(entitySet, options),
    later: later !== undefined,
    view: params.get('view') === 'json' ? 'json' : 'rows',
    run: (text) => go({ options: text, at: null }, 'pushState'),
    follow: (next) => go({ at: toAt(next) }, 'pushState'),
    show: (view) => go({ view: view === 'json' ? 'json' : null }, 'replaceState'),
  }
}
