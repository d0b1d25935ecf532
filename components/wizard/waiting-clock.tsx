'use client'

import { toDuration } from '@/components/ui/duration'
import { useNow } from '@/components/ui/use-now'
import type { Waiting } from '@/components/wizard/proof-run'

/** A wait that is meant to be: what for, for how long already, and when it ends at the latest. */
export function WaitingClock({ waiting }: Readonly<{ waiting: Waiting }>) {
  const now = useNow()
  const since = secondsBetween(waiting.sinceAt, now)
  const untilTry = -secondsBetween(waiting.nextTryAt, now)
  const left = -secondsBetween(waiting.giveUpAt, now)
  const part = since / Math.max(1, since + left)
  return (
    <div className="mt-1 grid gap-2 rounded-md bg-warning-soft px-3 py-2.5">
      <p className="text-sm">
        Waiting for {waiting.reason}. If that was done a moment ago there is nothing to do: this
        goes green by itself.
      </p>
      <div aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-line">
        <div
          className="h-full origin-left bg-warning transition-transform duration-1000 ease-linear"
          style={{ transform: `scaleX(${Math.min(1, part)})` }}
        />
      </div>
      <p className="flex flex-wrap justify-between gap-x-4 text-muted text-xs tabular-nums">
        <span>
          <span className="font-medium text-ink">{toDuration(since)}</span> so far, try{' '}
          {waiting.attempt}
          {untilTry > 0 ? `, next in ${toDuration(untilTry)}` : ', asking again'}
        </span>
        <span>gives up in {toDuration(left)}</span>
      </p>
    </div>
  )
}

function secondsBetween(iso: string, nowMs: number): number {
  return (nowMs - new Date(iso).getTime()) / 1000
}
