'use client'

import { toMs, toPercent } from '@/components/dashboard/canary-words'
import { Ago } from '@/components/ui/ago'
import { cx } from '@/components/ui/cx'
import { Sparkline } from '@/components/ui/sparkline'
import { useNow } from '@/components/ui/use-now'
import type { DashboardRow } from '@/lib/contract/dashboard'

type Props = Readonly<{ row: DashboardRow; compact: boolean }>

const minuteMs = 60_000

/** Figures of a canary that has not run for two of its intervals are told as old. */
function useIsOld({ figures, canary }: DashboardRow): boolean {
  const now = useNow(15_000)
  if (!figures) return false
  const every = Math.max(5, canary?.everyMinutes ?? 5)
  return now - Date.parse(figures.asOf) > 2 * every * minuteMs
}

/** Latency of the chosen read: p95 as an area, p50 as a line, bad steps marked. */
export function LatencyFigure({ row, compact }: Props) {
  const isOld = useIsOld(row)
  if (!row.figures || row.figures.figures.runs === 0) return <Nothing />
  const { figures, asOf } = row.figures
  const { p50Ms, p95Ms, points } = figures
  const label = `Read latency: half below ${toMs(p50Ms)}, 95 of 100 below ${toMs(p95Ms)}`
  return (
    <div className={cx('min-w-0', isOld && 'opacity-60')}>
      {compact ? null : (
        <Sparkline
          label={label}
          values={points.map((point) => point[3])}
          line={points.map((point) => point[2])}
          marked={points.map(([runs, bad]) => (runs === 0 ? 0 : bad / runs))}
        />
      )}
      <p className="mt-0.5 text-sm whitespace-nowrap tabular-nums">
        {toMs(p50Ms)} <span className="text-faint">/</span> {toMs(p95Ms)}
      </p>
      {isOld ? (
        <p className="text-warning text-xs">
          as of <Ago iso={asOf} />
        </p>
      ) : null}
    </div>
  )
}

/** The share of calls that were answered 429. */
export function ThrottledFigure({ row, compact }: Props) {
  const isOld = useIsOld(row)
  if (!row.figures || row.figures.figures.runs === 0) return <Nothing />
  const { throttledShare, points } = row.figures.figures
  return (
    <div className={cx('min-w-0', isOld && 'opacity-60')}>
      {compact ? null : (
        <Sparkline
          label={`Calls answered 429: ${toPercent(throttledShare)}`}
          values={points.map((point) => point[4])}
          max={0.2}
        />
      )}
      <p
        className={cx(
          'mt-0.5 text-sm tabular-nums',
          (throttledShare ?? 0) > 0.05 && 'font-medium text-warning',
        )}
      >
        {toPercent(throttledShare)}
      </p>
    </div>
  )
}

function Nothing() {
  return <p className="text-faint text-sm">no runs</p>
}
