import { and, eq, gte, isNotNull, lt } from 'drizzle-orm'
import { mergeHistograms, toHistogram } from '@/lib/canaries/latency'
import type { CanaryVerdict } from '@/lib/contract/canary'
import type { Transaction } from '@/lib/db/database'
import { canaryRollups, canaryRuns } from '@/lib/db/schema'

/** Runs summed up; sums can be summed up again. */
export type Sums = Readonly<{
  passed: number
  slow: number
  throttledRuns: number
  failed: number
  unclear: number
  skipped: number
  calls: number
  throttled: number
  latency: readonly number[]
}>

export type Rollup = Sums & Readonly<{ startsAt: Date }>
export type Grain = 'hour' | 'day'

export const grainMs: Readonly<Record<Grain, number>> = { hour: 3_600_000, day: 86_400_000 }

/** The beginning of the hour or day (UTC) of `at`. */
export function startOf(grain: Grain, at: Date): Date {
  return new Date(Math.floor(at.getTime() / grainMs[grain]) * grainMs[grain])
}

type Run = Readonly<{
  verdict: string | null
  latencyMs: number | null
  calls: number | null
  throttled: number | null
}>

/** The sums of some runs. */
export function sumRuns(runs: readonly Run[]): Sums {
  const count = (verdict: CanaryVerdict) => runs.filter((run) => run.verdict === verdict).length
  return {
    passed: count('passed'),
    slow: count('slow'),
    throttledRuns: count('throttled'),
    failed: count('failed'),
    unclear: count('unclear'),
    skipped: count('skipped'),
    calls: runs.reduce((sum, run) => sum + (run.calls ?? 0), 0),
    throttled: runs.reduce((sum, run) => sum + (run.throttled ?? 0), 0),
    latency: toHistogram(runs.flatMap((run) => run.latencyMs ?? [])),
  }
}

/** The sums of some sums. */
export function sumSums(parts: readonly Sums[]): Sums {
  const sum = (name: Exclude<keyof Sums, 'latency'>) =>
    parts.reduce((total, part) => total + part[name], 0)
  return {
    passed: sum('passed'),
    slow: sum('slow'),
    throttledRuns: sum('throttledRuns'),
    failed: sum('failed'),
    unclear: sum('unclear'),
    skipped: sum('skipped'),
    calls: sum('calls'),
    throttled: sum('throttled'),
    latency: mergeHistograms(parts.map(({ latency }) => latency)),
  }
}

/** Sums up the hour of `at` from its runs. Doing it again changes nothing, so nothing counts twice. */
export async function rollUpHour(tx: Transaction, connectionId: string, at: Date): Promise<void> {
  const startsAt = startOf('hour', at)
  const runs = await tx
    .select({
      verdict: canaryRuns.verdict,
      latencyMs: canaryRuns.latencyMs,
      calls: canaryRuns.calls,
      throttled: canaryRuns.throttled,
    })
    .from(canaryRuns)
    .where(
      and(
        eq(canaryRuns.connectionId, connectionId),
        gte(canaryRuns.dueAt, startsAt),
        lt(canaryRuns.dueAt, endOf('hour', startsAt)),
        isNotNull(canaryRuns.verdict),
      ),
    )
  await save(tx, { connectionId, grain: 'hour', startsAt, ...sumRuns(runs) })
}

/** Sums up the day of `at` from its hours. */
export async function rollUpDay(tx: Transaction, connectionId: string, at: Date): Promise<void> {
  const startsAt = startOf('day', at)
  const hours = await readRollups(tx, {
    connectionId,
    grain: 'hour',
    from: startsAt,
    to: endOf('day', startsAt),
  })
  if (hours.length === 0) return
  await save(tx, { connectionId, grain: 'day', startsAt, ...sumSums(hours) })
}

/** The rollups of a connection that begin in a stretch of time, its end excluded. */
export async function readRollups(
  tx: Transaction,
  {
    connectionId,
    grain,
    from,
    to,
  }: Readonly<{ connectionId: string; grain: Grain; from: Date; to: Date }>,
): Promise<Rollup[]> {
  return await tx
    .select()
    .from(canaryRollups)
    .where(
      and(
        eq(canaryRollups.connectionId, connectionId),
        eq(canaryRollups.grain, grain),
        gte(canaryRollups.startsAt, from),
        lt(canaryRollups.startsAt, to),
      ),
    )
    .orderBy(canaryRollups.startsAt)
}

async function save(
  tx: Transaction,
  row: Rollup & Readonly<{ connectionId: string; grain: Grain }>,
): Promise<void> {
  const { connectionId: _connection, grain: _grain, startsAt: _startsAt, ...sums } = row
  const latency = [...row.latency]
  await tx
    .insert(canaryRollups)
    .values({ ...row, latency })
    .onConflictDoUpdate({
      target: [canaryRollups.connectionId, canaryRollups.grain, canaryRollups.startsAt],
      set: { ...sums, latency },
    })
}

function endOf(grain: Grain, startsAt: Date): Date {
  return new Date(startsAt.getTime() + grainMs[grain])
}
