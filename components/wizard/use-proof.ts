'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { connectionOf, proofsOf, tokenOf } from '@/components/data/connection-queries'
import { fetchNdjson } from '@/components/data/fetch-ndjson'
import { problemWords } from '@/components/data/problem-words'
import {
  fromProof,
  type ProofAction,
  type ProofRun,
  proofReducer,
} from '@/components/wizard/proof-run'
import type { StepState } from '@/lib/contract/connection'
import { type Proof, ProofEvent } from '@/lib/contract/proof'
import type { StepId } from '@/lib/steps/step'

/**
 * Seconds that a check which may heal by itself is tried again. Entra takes up a new secret within
 * a minute and a consent within two; F&O knows a new registration at once, so a longer wait there would
 * only keep the diagnosis from whoever has not registered yet.
 */
const waitSeconds: Readonly<Record<StepId, number>> = {
  register: 30,
  secret: 60,
  permissions: 120,
  credentials: 60,
  trust: 30,
}

type Proving = Readonly<{ run: ProofRun; start: () => void; cancel: () => void }>

type Input = Readonly<{ connectionId: string; until: StepId; kept: Proof | null }>

/** Runs the chain up to a step and follows it line by line; leaving the page stops it. */
export function useProof({ connectionId, until, kept }: Input): Proving {
  const client = useQueryClient()
  const [run, dispatch] = useReducer(proofReducer, kept, toRun)
  const under = useRef<AbortController | null>(null)

  useEffect(() => () => under.current?.abort(), [])

  const start = useCallback(() => {
    under.current?.abort()
    const controller = new AbortController()
    under.current = controller
    dispatch({ type: 'start' })
    void follow({ connectionId, until, signal: controller.signal, dispatch }).then((steps) => {
      if (!steps) return
      client.setQueryData(connectionOf(connectionId).queryKey, (former) =>
        former ? { ...former, steps } : former,
      )
      void client.invalidateQueries({ queryKey: proofsOf(connectionId).queryKey })
      void client.invalidateQueries({ queryKey: tokenOf(connectionId).queryKey })
    })
  }, [client, connectionId, until])

  const cancel = useCallback(() => {
    under.current?.abort()
    dispatch({ type: 'cancel' })
  }, [])

  return { run, start, cancel }
}

type Followed = Readonly<{
  connectionId: string
  until: StepId
  signal: AbortSignal
  dispatch: (action: ProofAction) => void
}>

/** Hands every line on until the verdict; gives the new step states, or null when none came. */
async function follow({ connectionId, until, signal, dispatch }: Followed) {
  const url = `/api/connections/${connectionId}/proof?until=${until}&waitSeconds=${waitSeconds[until]}`
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
