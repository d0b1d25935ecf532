'use client'

import { useQueryClient } from '@tanstack/react-query'
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
import type { StepState } from '@/lib/contract/connection'
import { type Proof, ProofEvent } from '@/lib/contract/proof'
import type { StepId } from '@/lib/steps/step'

type Proving = Readonly<{ run: ProofRun; start: () => void; cancel: () => void }>

type Input = Readonly<{
  connectionId: string
  until: StepId
  /** How long a check that may heal by itself is tried again. */
  waitSeconds: number
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
    const url = `/api/connections/${connectionId}/proof?until=${until}&waitSeconds=${waitSeconds}`
    void follow({ url, signal: controller.signal, dispatch }).then((steps) => {
      if (steps) {
        client.setQueryData(connectionOf(connectionId).queryKey, (former) =>
          former ? { ...former, steps } : former,
        )
      }
      // Its prefix covers the list, this connection, its proofs and its token.
      return client.invalidateQueries({ queryKey: connectionList().queryKey })
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

/** Hands every line on until the verdict; gives the new step states, or null when none came. */
async function follow({ url, signal, dispatch }: Followed): Promise<StepState[] | null> {
  let steps: StepState[] | null = null
  try {
    for await (const event of fetchNdjson(ProofEvent, url, { method: 'POST', signal })) {
      if (signal.aborted) return null
      dispatch({ type: 'event', event, at: new Date().toISOString() })
      if (event.type === 'finished') steps = event.steps
    }
    if (!signal.aborted) dispatch({ type: 'ended' })
  } catch (error) {
    if (signal.aborted) return null
    const { title, requestId } = problemWords(error)
    dispatch({ type: 'broke', title, requestId })
  }
  return steps
}

function toRun(kept: Proof | null): ProofRun {
  return kept ? fromProof(kept) : { phase: 'idle' }
}
