'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'

/**
 * A query parameter of the page's address as state: shared by link, kept by reload, and changed
 * without asking the server for the page again. The empty string is its absence.
 */
export function useQueryParam(name: string): readonly [string, (value: string) => void] {
  const value = useSearchParams().get(name) ?? ''
  const set = useCallback(
    (next: string) => {
      const url = new URL(window.location.href)
      if (next === '') url.searchParams.delete(name)
      else url.searchParams.set(name, next)
      window.history.replaceState(null, '', url)
    },
    [name],
  )
  return [value, set]
}
