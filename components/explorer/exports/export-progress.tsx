'use client'

import { partDone, progressText } from '@/components/explorer/exports/export-words'
import { Countdown } from '@/components/ui/countdown'
import { cx } from '@/components/ui/cx'
import { toMoment } from '@/components/ui/duration'
import type { Export, ExportState } from '@/lib/contract/export'

/** How far an export is, as a bar and in figures. */
export function ExportProgress({ one }: Readonly<{ one: Export }>) {
  return (
    <div className="flex flex-col gap-1.5">
      <ExportBar one={one} />
      <p className="text-sm text-muted tabular-nums">
        {progressText(one)}
        {one.state === 'done' && one.keptUntil ? (
          <span title={toMoment(one.keptUntil)}> · kept until {dayOf(one.keptUntil)}</span>
        ) : null}
      </p>
      {one.waiting ? (
        <p className="text-sm text-warning">
          {one.waiting.why}. Goes on in <Countdown iso={one.waiting.until} over="a moment" />.
        </p>
      ) : null}
    </div>
  )
}

const fills: Readonly<Record<ExportState, string | null>> = {
  queued: 'bg-accent',
  running: 'bg-accent',
  paused: 'bg-faint',
  failed: 'bg-danger',
  done: null,
  cancelled: null,
}

function ExportBar({ one }: Readonly<{ one: Export }>) {
  const fill = fills[one.state]
  if (fill === null) return null
  const part = partDone(one)
  const percent = Math.round((part ?? 0) * 100)
  const isUnmeasured = part === null && one.state === 'running'
  return (
    <div
      role="progressbar"
      aria-label={`Progress of ${one.name}`}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(part === null ? {} : { 'aria-valuenow': percent })}
      className="h-1.5 overflow-hidden rounded-full bg-line"
    >
      <div
        className={cx(
          'h-full rounded-full transition-[width] duration-700 motion-reduce:transition-none',
          fill,
          isUnmeasured && 'animate-pulse motion-reduce:animate-none',
        )}
        style={{ width: isUnmeasured ? '25%' : `${percent}%` }}
      />
    </div>
  )
}

function dayOf(iso: string): string {
  return toMoment(iso).replace(/ \d{4},.*$/, '')
}
