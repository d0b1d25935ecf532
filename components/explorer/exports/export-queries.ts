import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/data/fetch-json'
import { isUnderWay } from '@/components/explorer/exports/export-words'
import { type RowsRequest, readRows } from '@/components/explorer/read-rows'
import { ExportList } from '@/lib/contract/export'

const whileUnderWayMs = 1000
/** Somebody else may start one. */
const otherwiseMs = 15_000

/** The exports of a connection, newest first, asked for again as long as somebody looks. */
export const exportsOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'exports'],
    queryFn: ({ signal }) =>
      fetchJson(ExportList, `/api/connections/${connectionId}/exports`, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.exports.some(isUnderWay) ? whileUnderWayMs : otherwiseMs,
    staleTime: whileUnderWayMs,
  })

/** How many rows an entity set has under the filter of `request`; null where F&O tells no number. */
export const countOf = (connectionId: string, { path, query }: RowsRequest) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'count', path, query],
    queryFn: async ({ signal }) => {
      const request = { path: `${path}/$count`, query }
      const { json } = await readRows(connectionId, request, signal)
      return typeof json === 'number' ? json : null
    },
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: false,
  })
