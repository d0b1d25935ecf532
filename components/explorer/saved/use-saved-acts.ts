'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fetchJson, fetchNothing, jsonBody } from '@/components/data/fetch-json'
import { queryRunsOf, savedQueriesOf } from '@/components/explorer/saved/saved-queries'
import { type ChangeQueryInput, SavedQuery, type SaveQueryInput } from '@/lib/contract/saved-query'

const pathOf = (connectionId: string) => `/api/connections/${connectionId}/queries`

/** Saves a query, or what of it was changed where it is one already. */
export function useSaveQuery(connectionId: string, queryId: string | null) {
  const again = useReread(connectionId)
  return useMutation({
    mutationFn: ({ entitySet, ...change }: SaveQueryInput) =>
      queryId === null
        ? fetchJson(SavedQuery, pathOf(connectionId), jsonBody('POST', { entitySet, ...change }))
        : fetchJson(
            SavedQuery,
            `${pathOf(connectionId)}/${queryId}`,
            jsonBody('PATCH', change satisfies ChangeQueryInput),
          ),
    onSuccess: again,
  })
}

export function useDeleteQuery(connectionId: string) {
  const again = useReread(connectionId)
  return useMutation({
    mutationFn: ({ id }: SavedQuery) =>
      fetchNothing(`${pathOf(connectionId)}/${id}`, { method: 'DELETE' }),
    onSettled: again,
  })
}

/** Takes a deletion back. */
export function useRestoreQuery(connectionId: string) {
  const again = useReread(connectionId)
  return useMutation({
    mutationFn: ({ id }: SavedQuery) =>
      fetchJson(SavedQuery, `${pathOf(connectionId)}/${id}/restore`, { method: 'POST' }),
    onSettled: again,
  })
}

/** Forgets the person's own history. */
export function useClearRuns(connectionId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () =>
      fetchNothing(`/api/connections/${connectionId}/query-runs`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: queryRunsOf(connectionId).queryKey }),
  })
}

function useReread(connectionId: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: savedQueriesOf(connectionId).queryKey })
}
