import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import { readBeats, silentMs } from '@/lib/canaries/scheduler-beats'
import { toCanary, toRun } from '@/lib/canaries/stored'
import { requireActor } from '@/lib/connections/require-actor'
import { type Canary, CanaryFigures, type CanaryRun } from '@/lib/contract/canary'
import { database } from '@/lib/db/client'
import { canaries, canaryRuns, canaryWindows } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** A canary and its last 24 hours, as alerts are made of. */
export type CanaryStanding = Readonly<{
  canary: Canary
  /** Null before its first run; as of its newest one. */
  day: Readonly<{ asOf: Date; figures: CanaryFigures }> | null
}>

/** Every canary that was ever set, also those that are paused or off. */
export async function listCanaryStates(ctx: Context): Promise<CanaryStanding[]> {
  requireActor(ctx)
  const rows = await database()
    .orm.select({ canary: canaries, asOf: canaryWindows.asOf, figures: canaryWindows.figures })
    .from(canaries)
    .leftJoin(
      canaryWindows,
      and(eq(canaryWindows.connectionId, canaries.connectionId), eq(canaryWindows.span, '24h')),
    )
    .orderBy(asc(canaries.connectionId))
  return rows.map(({ canary, asOf, figures }) => ({
    canary: toCanary(canary, false),
    day: asOf && { asOf, figures: CanaryFigures.parse(figures) },
  }))
}

/** Runs that ended after `after`, oldest first, of all connections. */
export async function listOutcomes(
  ctx: Context,
  { after, limit = 1000 }: Readonly<{ after: Date; limit?: number }>,
): Promise<(CanaryRun & Readonly<{ connectionId: string }>)[]> {
  requireActor(ctx)
  const rows = await database()
    .orm.select()
    .from(canaryRuns)
    .where(and(isNotNull(canaryRuns.verdict), gt(canaryRuns.finishedAt, after)))
    .orderBy(asc(canaryRuns.finishedAt))
    .limit(limit)
  return rows.map((row) => ({ ...toRun(row), connectionId: row.connectionId }))
}

/** Whether anybody runs the canaries; `silent` is an alarm of its own. */
export type SchedulerStanding = Readonly<{
  beatAt: Date | null
  processes: number
  isSilent: boolean
}>

/** Where the schedulers of all processes stand. A server that has just started gets its grace. */
export async function schedulerStanding(ctx: Context): Promise<SchedulerStanding> {
  requireActor(ctx)
  const now = ctx.now()
  const { beatAt, processes } = await readBeats(now)
  const isSilent = beatAt === null || now.getTime() - beatAt.getTime() > silentMs
  return { beatAt, processes, isSilent }
}
