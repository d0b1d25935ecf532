import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/data/fetch-json'
import { type RowsRequest, readRows } from '@/components/explorer/read-rows'
import { EntitySetList } from '@/lib/contract/catalog'

/** The entity sets of an environment; the server keeps them, so this rarely asks F&O. */
export const entitySetsOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'entity-sets'],
    queryFn: ({ signal }) =>
      fetchJson(EntitySetList, `/api/connections/${connectionId}/entity-sets`, { signal }),
    staleTime: 10 * 60_000,
  })

/** One page of rows. It is asked for when the person runs it, and by nothing else. */
export const rowsOf = (connectionId: string, request: RowsRequest) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'rows', request.path, request.query],
    queryFn: ({ signal }) => readRows(connectionId, request, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 2 * 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  })
