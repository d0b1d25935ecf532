'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toCell } from '@/components/explorer/grid/cell'
import { rowsOf } from '@/components/explorer/queries'
import { CatalogFileId } from '@/lib/contract/ids'

export type SampleRow = Readonly<{
  /** False where there is no environment to read a row of. */
  isOffered: boolean
  isShown: boolean
  isReading: boolean
  error: Error | null
  /** Texts by field, once it is read; null where the entity set has no row. */
  values: ReadonlyMap<string, string> | null | undefined
  toggle: () => void
}>

/** One row of an entity set, read when somebody asks to see it. */
export function useSampleRow(ownerId: string, entitySet: string): SampleRow {
  const isOffered = !CatalogFileId.safeParse(ownerId).success
  const [isShown, setIsShown] = useState(false)
  const request = { path: encodeURIComponent(entitySet), query: '$top=1&cross-company=true' }
  const { data, error, isFetching } = useQuery({
    ...rowsOf(ownerId, request),
    enabled: isOffered && isShown,
  })
  const row = data?.rows?.length ? data.rows.at(0) : null
  return {
    isOffered,
    isShown,
    isReading: isFetching,
    error: isShown ? error : null,
    values:
      data &&
      row &&
      new Map(Object.entries(row).map(([name, value]) => [name, toCell(value).text])),
    toggle: () => setIsShown(!isShown),
  }
}
