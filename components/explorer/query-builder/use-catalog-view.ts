'use client'

import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { catalogOf, entitySetDetailOf } from '@/components/data/catalog-queries'
import type { CatalogView } from '@/lib/odata/query/check-query'
import type { EntityShape } from '@/lib/odata/query/entity-shape'
import type { Query } from '@/lib/odata/query/query'

/** `isPending` while the catalog has it and it has not come yet. */
type Known = CatalogView & Readonly<{ isPending: boolean }>

/** What the catalog says of the entity set of a query, and of those that its relations lead to. */
export function useCatalogView(connectionId: string, query: Query): Known {
  const status = useQuery(catalogOf(connectionId))
  const hash = status.data?.readings[0]?.hash ?? ''
  const detailOf = (name: string) => ({
    ...entitySetDetailOf(connectionId, hash, name),
    enabled: hash !== '',
    retry: false,
  })
  const own = useQuery(detailOf(query.entitySet))
  const entitySet: EntityShape | null = own.data ?? null
  const targets = query.expand.flatMap(({ relation }) => {
    const target = entitySet?.relations.find(({ name }) => name === relation)?.targetSet
    return target ? [target] : []
  })
  const related = useQueries({
    queries: [...new Set(targets)].map(detailOf),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  })
  return useMemo(
    () => ({
      entitySet,
      related: new Map(related.map((detail) => [detail.name, detail])),
      isPending: hash !== '' && own.isPending,
    }),
    [entitySet, related, hash, own.isPending],
  )
}
