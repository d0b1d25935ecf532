import { and, eq } from 'drizzle-orm'
import { quantileMs } from '@/lib/canaries/latency'
import {
  type Grain,
  grainMs,
  type Rollup,
  readRollups,
  rollUpDay,
  type Sums,
  startOf,
  sumSums,
} from '@/lib/canaries/rollups'
import type { CanaryFigures, CanaryPoint, CanarySpan } from '@/lib/contract/canary'
import type { Transaction } from '@/lib/db/database'
import { canaryWindows } from '@/lib/db/schema'

type Span = Readonly<{ grain: Grain; stepMs: number; points: number }>

const hourMs = 3_600_000

const spans: Readonly<Record<CanarySpan, Span>> = {
  '24h': { grain: 'hour', stepMs: hourMs, points: 24 },
  '7d': { grain: 'hour', stepMs: 6 * hourMs, points: 28 },
  '30d': { grain: 'day', stepMs: 24 * hourMs, points: 30 },
}

/**
 * Brings what the dashboard draws of a connection up to date: the last day after each run, the
 * longer spans with the first run of an hour, since an hour moves them by a pixel.
 */
export async function refreshFigures(
  tx: Transaction,
  connectionId: string,
  at: Date,
): Promise<void> {
  await refresh(tx, { connectionId, span: '24h', at })
  const [week] = await tx
    .select({ asOf: canaryWindows.asOf })
    .from(canaryWindows)
    .where(and(eq(canaryWindows.connectionId, connectionId), eq(canaryWindows.span, '7d')))
  if (week && startOf('hour', week.asOf).getTime() === startOf('hour', at).getTime()) return
  // The hour that has just ended may have been the last of yesterday, or of a day before an outage.
  const days = new Set(
    [week?.asOf ?? at, new Date(at.getTime() - grainMs.hour), at].map((day) =>
      startOf('day', day).getTime(),
    ),
  )
  for (const day of days) await rollUpDay(tx, connectionId, new Date(day))
  await refresh(tx, { connectionId, span: '7d', at })
  await refresh(tx, { connectionId, span: '30d', at })
}

async function refresh(
  tx: Transaction,
  { connectionId, span, at }: Readonly<{ connectionId: string; span: CanarySpan; at: Date }>,
): Promise<void> {
  const { grain, stepMs, points } = spans[span]
  const to = new Date(startOf(grain, at).getTime() + grainMs[grain])
  const from = new Date(to.getTime() - stepMs * points)
  const rollups = await readRollups(tx, { connectionId, grain, from, to })
  const figures = toFigures(rollups, { from, span })
  await tx
    .insert(canaryWindows)
    .values({ connectionId, span, asOf: at, figures })
    .onConflictDoUpdate({
      target: [canaryWindows.connectionId, canaryWindows.span],
      set: { asOf: at, figures },
    })
}

/** Figures over a span that begins at `from`: the whole, and a point for each of its steps. */
export function toFigures(
  rollups: readonly Rollup[],
  { from, span }: Readonly<{ from: Date; span: CanarySpan }>,
): CanaryFigures {
  const { stepMs, points } = spans[span]
  const parts: Rollup[][] = Array.from({ length: points }, () => [])
  for (const rollup of rollups) {
    parts[Math.floor((rollup.startsAt.getTime() - from.getTime()) / stepMs)]?.push(rollup)
  }
  return {
    from: from.toISOString(),
    stepMinutes: stepMs / 60_000,
    ...measuresOf(sumSums(rollups)),
    points: parts.map((part): CanaryPoint => {
      const { runs, bad, p50Ms, p95Ms, throttledShare } = measuresOf(sumSums(part))
      return [runs, bad, p50Ms, p95Ms, throttledShare]
    }),
  }
}

function measuresOf(sums: Sums): Omit<CanaryFigures, 'from' | 'stepMinutes' | 'points'> {
  const bad = sums.slow + sums.throttledRuns + sums.failed
  return {
    runs: sums.passed + bad + sums.unclear,
    bad,
    p50Ms: quantileMs(sums.latency, 0.5),
    p95Ms: quantileMs(sums.latency, 0.95),
    throttledShare: sums.calls === 0 ? null : rounded(sums.throttled / sums.calls),
  }
}

/** To a tenth of a percent, which is more than anybody sees. */
function rounded(share: number): number {
  return Math.round(share * 1000) / 1000
}
