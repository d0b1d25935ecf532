'use client'

import type { Waiting } from '@/components/proof/proof-run'
import { toDuration } from '@/components/ui/duration'
import { useNow } from '@/components/ui/use-now'

/** A wait that is meant to be: what for, since when, until when, and what it is if it is in vain. */
export function WaitingClock({ waiting }: Readonly<{ waiting: Waiting }>) {
  const now = useNow()
  const since = secondsBetween(waiting.sinceAt, now)
  const untilTry = -secondsBetween(waiting.nextTryAt, now)
  const left = -secondsBetween(waiting.giveUpAt, now)
  const part = since / Math.max(1, since + left)
  return (
    <span className="mt-1 grid gap-2 rounded-md bg-warning-soft px-3 py-2.5">
      <span className="block text-sm">
        Waiting for {waiting.reason}. If that was done a moment ago there is nothing to do: this
        goes green by itself.
      </span>
      <span className="block text-sm">
        <span className="text-muted">If it was not, the likely cause: </span>
        <span className="font-medium">{waiting.diagnosis.title}</span>. {waiting.diagnosis.cause}
      </span>
      <span aria-hidden="true" className="block h-1 overflow-hidden rounded-full bg-line">
        <span
          className="block h-full origin-left bg-warning transition-transform duration-1000 ease-linear"
          style={{ transform: `scaleX(${Math.min(1, part)})` }}
        />
      </span>
      <span className="flex flex-wrap justify-between gap-x-4 text-muted text-xs tabular-nums">
        <span>
          <span className="font-medium text-ink">{toDuration(since)}</span> so far, try{' '}
          {waiting.attempt}
          {untilTry > 0 ? `, next in ${toDuration(untilTry)}` : ', asking again'}
        </span>
        <span>gives up in {toDuration(left)}</span>
      </span>
    </span>
  )
}

function secondsBetween(iso: string, nowMs: number): number {
  return (nowMs - new Date(iso).getTime()) / 1000
}
