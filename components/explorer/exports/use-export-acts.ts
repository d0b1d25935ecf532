'use client'

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { fetchJson, fetchNothing, jsonBody } from '@/components/data/fetch-json'
import { exportsOf } from '@/components/explorer/exports/export-queries'
import { type CreateExportInput, Export, type ExportAct } from '@/lib/contract/export'

const pathOf = (connectionId: string) => `/api/connections/${connectionId}/exports`

/** Where the file of an export that is done is downloaded. */
export const filePathOf = ({ connectionId, id }: Export) => `${pathOf(connectionId)}/${id}/file`

/** Puts an export into the queue; the list has it at once. */
export function useStartExport(connectionId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CreateExportInput) =>
      fetchJson(Export, pathOf(connectionId), jsonBody('POST', input)),
    onSuccess: (made) => place(client, made),
  })
}

/** Pauses it, lets it go on, or cancels it. */
export function useExportAct({ connectionId, id }: Export) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (act: ExportAct['act']) =>
      fetchJson(Export, `${pathOf(connectionId)}/${id}`, jsonBody('POST', { act })),
    onSuccess: (changed) => place(client, changed),
    // It may have ended meanwhile: what it is now says why it could not be done.
    onError: () => client.invalidateQueries({ queryKey: exportsOf(connectionId).queryKey }),
  })
}

/** Deletes it with its file. */
export function useDeleteExport({ connectionId, id }: Export) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => fetchNothing(`${pathOf(connectionId)}/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: exportsOf(connectionId).queryKey }),
  })
}

/** An answer that was asked for before would overwrite what is newer. */
async function place(client: QueryClient, one: Export): Promise<void> {
  const { queryKey } = exportsOf(one.connectionId)
  await client.cancelQueries({ queryKey })
  client.setQueryData(queryKey, (list) => {
    const others = list?.exports ?? []
    const isKnown = others.some(({ id }) => id === one.id)
    const exports = isKnown
      ? others.map((other) => (other.id === one.id ? one : other))
      : [one, ...others]
    return { exports }
  })
  await client.invalidateQueries({ queryKey })
}
