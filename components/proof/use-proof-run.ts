'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { connectionList, connectionOf } from '@/components/data/connection-queries'
import { fetchNdjson } from '@/components/data/fetch-ndjson'
import { problemWords } from '@/components/data/problem-words'
import {
  fromProof,
  type ProofAction,
  type ProofRun,
  proofReducer,
} from '@/components/proof/proof-run'
import { proofOf } from '@/components/proof/queries'
import type { StepState } from '@/lib/contract/connection'
import { type Proof, ProofEvent } from '@/lib/contract/proof'
import type { StepId } from '@/lib/steps/step'

type Proving = Readonly<{ run: ProofRun; start: () => void; cancel: () => void }>

type Input = Readonly<{
  connectionId: string
  until: StepId
  /** How long a check that may heal by itself is tried again; asked at the start of each run. */
  waitSeconds: () => number
  /** What is shown before anything has run on this page. */
  kept: Proof | null
}>

/** Runs the chain up to a step and follows it line by line; leaving the page stops it. */
export function useProofRun({ connectionId, until, waitSeconds, kept }: Input): Proving {
  const client = useQueryClient()
  const [run, dispatch] = useReducer(proofReducer, kept, toRun)
  const under = useRef<AbortController | null>(null)

  useEffect(() => () => under.current?.abort(), [])

  const start = useCallback(() => {
    under.current?.abort()
    const controller = new AbortController()
    under.current = controller
    dispatch({ type: 'start' })
    const url = `/api/connections/${connectionId}/proof?until=${until}&waitSeconds=${waitSeconds()}`
    void follow({ url, signal: controller.signal, dispatch }).then(async ({ proofId, steps }) => {
      if (steps) {
        client.setQueryData(connectionOf(connectionId).queryKey, (former) =>
          former ? { ...former, steps } : former,
        )
      } else if (proofId) await untilKept(client, connectionId, proofId)
      // Its prefix covers the list, this connection, its proofs and its token.
      await client.invalidateQueries({ queryKey: connectionList().queryKey })
    })
  }, [client, connectionId, until, waitSeconds])

  const cancel = useCallback(() => {
    under.current?.abort()
    dispatch({ type: 'cancel' })
  }, [])

  return { run, start, cancel }
}

type Followed = Readonly<{
  url: string
  signal: AbortSignal
  dispatch: (action: ProofAction) => void
}>

type Outcome = { proofId: string | null; steps: StepState[] | null }

/** Hands every line on until the verdict; gives the new step states, or null when none came. */
async function follow({ url, signal, dispatch }: Followed): Promise<Outcome> {
  const outcome: Outcome = { proofId: null, steps: null }
  try {
    for await (const event of fetchNdjson(ProofEvent, url, { method: 'POST', signal })) {
      if (signal.aborted) break
      dispatch({ type: 'event', event, at: new Date().toISOString() })
      if (event.type === 'started') outcome.proofId = event.proofId
      if (event.type === 'finished') outcome.steps = event.steps
    }
    if (!signal.aborted) dispatch({ type: 'ended' })
  } catch (error) {
    if (signal.aborted) return outcome
    const { title, requestId } = problemWords(error)
    dispatch({ type: 'broke', title, requestId })
  }
  return outcome
}

/** The server hears of a cancellation a moment after we did; then it keeps what there was. */
async function untilKept(client: QueryClient, connectionId: string, proofId: string) {
  const kept = { ...proofOf(connectionId, proofId), retry: 5, retryDelay: 300 }
  // One that is not kept after all is simply not in the history.
  await client.fetchQuery(kept).catch(() => undefined)
}

function toRun(kept: Proof | null): ProofRun {
  return kept ? fromProof(kept) : { phase: 'idle' }
}
