'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * A query parameter of the page's address as state: shared by link, kept by reload, and changed
 * without asking the server for the page again. The empty string is its absence.
 *
 * It is read from the address itself, since Next hands on a change in a transition: a text field
 * that waits for one loses letters and the place of its cursor.
 */
export function useQueryParam(name: string): readonly [string, (value: string) => void] {
  const known = useSearchParams().get(name) ?? ''
  const value = useSyncExternalStore(
    subscribe,
    () => new URLSearchParams(window.location.search).get(name) ?? '',
    () => known,
  )
  const set = useCallback(
    (next: string) => {
      const url = new URL(window.location.href)
      if (next === '') url.searchParams.delete(name)
      else url.searchParams.set(name, next)
      window.history.replaceState(null, '', url)
      for (const listener of listeners) listener()
    },
    [name],
  )
  return [value, set]
}
