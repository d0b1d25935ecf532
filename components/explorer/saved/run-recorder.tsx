'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fetchNothing, jsonBody } from '@/components/data/fetch-json'
import { rowsOf } from '@/components/explorer/queries'
import { queryRunsOf } from '@/components/explorer/saved/saved-queries'
import { useRowsAddress } from '@/components/explorer/use-rows-address'
import type { RecordRunInput } from '@/lib/contract/saved-query'

type Props = Readonly<{ connectionId: string; entitySet: string }>

/** An answer that is older than this was seen before. */
const freshMs = 5000

/** Tells the server's history of each query that was answered. It shows nothing. */
export function RunRecorder({ connectionId, entitySet }: Props) {
  const client = useQueryClient()
  const { options, request, later } = useRowsAddress(entitySet)
  const { data, dataUpdatedAt } = useQuery({ ...rowsOf(connectionId, request), enabled: false })
  // The history lies on the server, and an answer comes from wherever a query is run.
  useEffect(() => {
    if (!data || later || Date.now() - dataUpdatedAt > freshMs) return
    const rows = data.page ? data.page.value.length : null
    const run: RecordRunInput = { entitySet, options, rows, tookMs: Math.round(data.tookMs) }
    fetchNothing(`/api/connections/${connectionId}/query-runs`, jsonBody('POST', run)).then(
      () => client.invalidateQueries({ queryKey: queryRunsOf(connectionId).queryKey }),
      // Whoever reads rows is not to be bothered by a history that lacks one of them.
      () => undefined,
    )
  }, [client, connectionId, entitySet, options, later, data, dataUpdatedAt])
  return null
}
