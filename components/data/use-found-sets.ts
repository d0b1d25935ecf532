'use client'

import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { openCatalogIndex } from '@/components/data/catalog-index'
import { catalogOf, entityFactsOf } from '@/components/data/catalog-queries'
import { entitySetsOf } from '@/components/data/connection-queries'
import { categoriesOf, type FoundSets, searchNames } from '@/components/data/found-sets'
import { useLabels } from '@/components/data/use-labels'
import type { EntityCategory } from '@/lib/contract/catalog-facts'

const answersKeptMs = 30_000

/** How the entity sets of a connection are searched. */
export type SetSearch = Readonly<{
  /** Tells answers of one search from those of another. */
  key: string
  find: (text: string, category?: EntityCategory | null) => FoundSets | Promise<FoundSets>
}>

const indexOf = (connectionId: string, hash: string) =>
  queryOptions({
    queryKey: ['catalog-index', connectionId, hash],
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
  const { data: index } = useQuery(indexOf(connectionId ?? '', hash))
  const facts = useQuery({
    ...entityFactsOf(connectionId ?? ''),
    enabled: connectionId !== undefined,
  })
  const labels = useLabels(connectionId)
  const dressKey = `${labels.key} ${facts.data?.readAt ?? ''}`
  const dressed = useQuery({
    queryKey: ['catalog-dress', connectionId, hash, dressKey],
    queryFn: () => {
      const categories = categoriesOf(facts.data?.facts ?? [])
      index?.dress({ labels: labels.texts, categories })
      return dressKey
    },
    enabled: index !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (!index || hash === '') return undefined
  return { key: `${connectionId} ${hash} ${dressed.data ?? ''}`, find: index.find }
}

/** The search over names and labels alone, for the time before there is a catalog. */
export function useNameSearch(
  connectionId: string | undefined,
  { enabled }: Readonly<{ enabled: boolean }>,
): SetSearch | undefined {
  const id = connectionId ?? ''
  const isAsked = enabled && id !== ''
  const { data } = useQuery({ ...entitySetsOf(id), enabled: isAsked, retry: false })
  const { data: listed } = useQuery({ ...entityFactsOf(id), enabled: isAsked })
  const { texts, key } = useLabels(connectionId)
  return useMemo((): SetSearch | undefined => {
    if (!data) return undefined
    const names = data.entitySets.map(({ name }) => name)
    const facts = listed?.facts ?? []
    return {
      key: `names ${id} ${data.readAt} ${listed?.readAt ?? ''} ${key}`,
      find: searchNames({ names, facts, labels: texts }),
    }
  }, [id, data, listed, texts, key])
}

/**
 * What `search` finds for `text`; what it found before for as long as it looks, which
 * {@link FoundSets.text} tells. Undefined before its first answer.
 */
export function useFoundSets(
  search: SetSearch | undefined,
  text: string,
  category: EntityCategory | null = null,
): FoundSets | undefined {
  const { data } = useQuery({
    queryKey: ['found-sets', search?.key ?? '', text, category],
    queryFn: () => search?.find(text, category) ?? null,
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
