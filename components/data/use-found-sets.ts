'use client'

import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { openCatalogIndex } from '@/components/data/catalog-index'
import { catalogOf } from '@/components/data/catalog-queries'
import type { FoundSets } from '@/components/data/found-sets'

const answersKeptMs = 30_000

/** How the entity sets of a connection are searched. */
export type SetSearch = Readonly<{
  /** Tells answers of one search from those of another. */
  key: string
  find: (text: string) => FoundSets | Promise<FoundSets>
}>

const indexOf = (connectionId: string, hash: string) =>
  queryOptions({
    queryKey: ['catalog-index', hash],
    queryFn: () => openCatalogIndex(connectionId, hash),
    enabled: hash !== '',
    staleTime: Number.POSITIVE_INFINITY,
    // The index itself keeps the newest; a query that nobody watches must not hold on to a former.
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** The search over the present catalog of a connection; undefined until it is there and ready. */
export function useCatalogSearch(connectionId: string | undefined): SetSearch | undefined {
  const status = useQuery({
    ...catalogOf(connectionId ?? ''),
    enabled: connectionId !== undefined,
  })
  const hash = status.data?.readings[0]?.hash ?? ''
  const { data } = useQuery(indexOf(connectionId ?? '', hash))
  return data && hash !== '' ? { key: hash, find: data.find } : undefined
}

/**
 * What `search` finds for `text`; what it found before for as long as it looks, which
 * {@link FoundSets.text} tells. Undefined before its first answer.
 */
export function useFoundSets(search: SetSearch | undefined, text: string): FoundSets | undefined {
  const { data } = useQuery({
    queryKey: ['found-sets', search?.key ?? '', text],
    queryFn: () => search?.find(text) ?? null,
    enabled: search !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: answersKeptMs,
    structuralSharing: false,
    retry: false,
    refetchOnWindowFocus: false,
  })
  return data ?? undefined
}
