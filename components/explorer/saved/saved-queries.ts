import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/data/fetch-json'
import { QueryRunList, SavedQueryList } from '@/lib/contract/saved-query'

/** The queries that the team has saved for a connection, by name. */
export const savedQueriesOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'queries'],
    queryFn: ({ signal }) =>
      fetchJson(SavedQueryList, `/api/connections/${connectionId}/queries`, { signal }),
  })

/** What the person has run, newest first. */
export const queryRunsOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'query-runs'],
    queryFn: ({ signal }) =>
      fetchJson(QueryRunList, `/api/connections/${connectionId}/query-runs`, { signal }),
  })
