import { and, eq, isNull, lt } from 'drizzle-orm'
import { forgetBeats } from '@/lib/canaries/scheduler-beats'
import { database } from '@/lib/db/client'
import { canaryRollups, canaryRuns } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

const dayMs = 86_400_000

/** Single runs are kept for two days, hours for 35, days for 400: a year and a month to compare. */
export const keptDays = { run: 2, hour: 35, day: 400 } as const

/** Lets go of runs and sums that have outlived their use. */
export async function pruneCanaries(ctx: Context): Promise<void> {
  const now = ctx.now()
  const before = (days: number) => new Date(now.getTime() - days * dayMs)
  await database().orm.transaction(async (tx) => {
    await tx
      .delete(canaryRuns)
      .where(and(lt(canaryRuns.dueAt, before(keptDays.run)), isNull(canaryRuns.lease)))
    for (const grain of ['hour', 'day'] as const) {
      await tx
        .delete(canaryRollups)
        .where(
          and(eq(canaryRollups.grain, grain), lt(canaryRollups.startsAt, before(keptDays[grain]))),
        )
    }
  })
  await forgetBeats(now)
}
