import { queryOptions } from '@tanstack/react-query'
import { fetchJson, jsonBody } from '@/components/data/fetch-json'
import { EntityPage } from '@/lib/contract/catalog'
import { ProbeResult } from '@/lib/contract/probe'

/** What an address answers before anything is saved; asked once, and again only on demand. */
export const probeOf = (environmentUrl: string) =>
  queryOptions({
    queryKey: ['probe', environmentUrl],
    queryFn: ({ signal }) =>
      fetchJson(ProbeResult, '/api/environments/probe', {
        ...jsonBody('POST', { environmentUrl }),
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** Rows that the last page of the wizard reads. */
export const firstRowsMax = 5

/** The first rows of one entity set: the read that ends the set-up. */
export const firstRowsOf = (connectionId: string, entitySet: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'first-rows', entitySet],
    queryFn: ({ signal }) =>
      fetchJson(
        EntityPage,
        `/api/connections/${connectionId}/odata/${encodeURIComponent(entitySet)}?$top=${firstRowsMax}`,
        { signal },
      ),
  })
