'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { fetchNdjson } from '@/components/data/fetch-ndjson'
import { UnreachableError } from '@/components/data/problem-error'
import type { RowsRequest } from '@/components/explorer/read-rows'
import {
  type WhyEmptyAction,
  type WhyEmptyRun,
  whyEmptyReducer,
} from '@/components/explorer/why-empty-run'
import { WhyEmptyEvent } from '@/lib/contract/why-empty'

type Inquiring = Readonly<{ run: WhyEmptyRun; start: () => void; cancel: () => void }>

/**
 * Asks why a read is empty and follows it line by line; leaving the page stops it. A verdict is
 * kept for some minutes, so that going back from the corrected query finds it again.
 */
export function useWhyEmpty(connectionId: string, { path, query }: RowsRequest): Inquiring {
  const client = useQueryClient()
  const key = ['connections', connectionId, 'why-empty', path, query]
  const [run, setRun] = useState<WhyEmptyRun>(
    () => client.getQueryData<WhyEmptyRun>(key) ?? { phase: 'idle' },
  )
  const under = useRef<AbortController | null>(null)
  useEffect(() => () => under.current?.abort(), [])

  const start = () => {
    under.current?.abort()
    const controller = new AbortController()
    under.current = controller
    let now = whyEmptyReducer(run, { type: 'start' })
    setRun(now)
    void follow(connectionId, { path, query, signal: controller.signal }, (action) => {
      now = whyEmptyReducer(now, action)
      setRun(now)
      if (now.phase === 'finished') client.setQueryData<WhyEmptyRun>(key, now)
    })
  }
  const cancel = () => {
    under.current?.abort()
    setRun((now) => whyEmptyReducer(now, { type: 'cancel' }))
  }
  return { run, start, cancel }
}

type Asked = RowsRequest & Readonly<{ signal: AbortSignal }>

async function follow(
  connectionId: string,
  { path, query, signal }: Asked,
  move: (action: WhyEmptyAction) => void,
): Promise<void> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ path, query }),
    signal,
  }
  try {
    const url = `/api/connections/${connectionId}/why-empty`
    for await (const event of fetchNdjson(WhyEmptyEvent, url, init)) {
      if (signal.aborted) return
      move({ type: 'event', event })
    }
    // After an end this changes nothing; without one the stream was cut off.
    if (!signal.aborted) move({ type: 'broke', error: new UnreachableError(null, undefined) })
  } catch (error) {
    if (!signal.aborted) move({ type: 'broke', error })
  }
}
