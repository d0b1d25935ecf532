'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { advance, emptyRun, halt, type Run } from '@/components/dashboard/proof-run'
import { connectionList } from '@/components/data/connection-queries'
import { fetchNdjson } from '@/components/data/fetch-ndjson'
import { problemWords } from '@/components/data/problem-words'
import { ProofEvent } from '@/lib/contract/proof'

type ProofRunner = Readonly<{
  /** Null until the first run on this page. */
  run: Run | null
  running: boolean
  start: () => void
  cancel: () => void
}>

/** Runs the whole chain of a connection and follows it; leaving the page ends it. */
export function useProofRun(connectionId: string): ProofRunner {
  const client = useQueryClient()
  const [run, setRun] = useState<Run | null>(null)
  const [running, setRunning] = useState(false)
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])

  const follow = useCallback(
    async (signal: AbortSignal) => {
      const move = (change: (run: Run) => Run) => setRun((before) => change(before ?? emptyRun))
      try {
        const url = `/api/connections/${connectionId}/proof?until=trust`
        for await (const event of fetchNdjson(ProofEvent, url, { method: 'POST', signal })) {
          move((before) => advance(before, event))
        }
        // A stream that ends without a verdict was cut on its way.
        move((before) => (before.proof || before.broken ? before : halt(before, cut)))
      } catch (error) {
        move((before) => halt(before, signal.aborted ? null : problemWords(error)))
      }
    },
    [connectionId],
  )
  const start = useCallback(async () => {
    controller.current?.abort()
    const own = new AbortController()
    controller.current = own
    setRun(emptyRun)
    setRunning(true)
    await follow(own.signal)
    if (controller.current !== own) return
    setRunning(false)
    // Its prefix covers the list, this connection, its proofs and its token.
    await client.invalidateQueries({ queryKey: connectionList().queryKey })
  }, [client, follow])
  const cancel = useCallback(() => controller.current?.abort(), [])
  return { run, running, start: () => void start(), cancel }
}

const cut = { title: 'The run was cut off before its verdict', requestId: null }
