import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/data/fetch-json'
import { CatalogStatus, EntitySetDetail } from '@/lib/contract/catalog'

/** The catalogs that a connection has had, the present one first. */
export const catalogOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'catalog'],
    queryFn: ({ signal }) =>
      fetchJson(CatalogStatus, `/api/connections/${connectionId}/catalog`, { signal }),
  })

/** All that the catalog with `hash` says of one entity set; the same for as long as the hash is. */
export const entitySetDetailOf = (connectionId: string, hash: string, name: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'catalog', hash, name],
    queryFn: ({ signal }) => {
      const path = `/api/connections/${connectionId}/catalog/entity-sets/${encodeURIComponent(name)}`
      return fetchJson(EntitySetDetail, path, { signal })
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
