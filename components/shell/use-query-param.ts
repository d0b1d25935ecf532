'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useSyncExternalStore } from 'react'
import { AddressWriter } from '@/components/shell/address-writer'

const writer = new AddressWriter()

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
    writer.subscribe,
    () => writer.read(name),
    () => known,
  )
  const set = useCallback((next: string) => writer.write(name, next), [name])
  return [value, set]
}
