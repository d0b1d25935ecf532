import { queryOptions } from '@tanstack/react-query'
import { type RowsRequest, readRows } from '@/components/explorer/read-rows'

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
