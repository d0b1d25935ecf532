import { and, eq } from 'drizzle-orm'
import { afterRun } from '@/lib/canaries/after-run'
import { type CanaryJob, isRun } from '@/lib/canaries/claim'
import { refreshFigures } from '@/lib/canaries/figures'
import type { CanaryOutcome } from '@/lib/canaries/outcome'
import { rollUpHour } from '@/lib/canaries/rollups'
import { toRun } from '@/lib/canaries/stored'
import { database } from '@/lib/db/client'
import { canaries, canaryRuns } from '@/lib/db/schema'

type Finish = Readonly<{ job: CanaryJob; lease: string; outcome: CanaryOutcome; at: Date }>

/**
 * Ends a run: its row, what it means for the canary, its hour, and what the dashboard draws, all or
 * nothing.
 *
 * @returns false where the run is not this process's any more, and nothing was kept
 */
export async function finishRun({ job, lease, outcome, at }: Finish): Promise<boolean> {
  const { connectionId, dueAt } = job
  const { retryAfterMs: _retryAfterMs, ...told } = outcome
  return await database().orm.transaction(async (tx) => {
    // The canary first, as whoever claims does: two transactions never wait for each other.
    const [canary] = await tx
      .select()
      .from(canaries)
      .where(eq(canaries.connectionId, connectionId))
      .for('update')
    const [run] = await tx
      .update(canaryRuns)
      .set({ ...told, finishedAt: at, lease: null, leaseUntil: null })
      .where(and(isRun(connectionId, dueAt), eq(canaryRuns.lease, lease)))
      .returning()
    if (!run || !canary) return false
    await tx
      .update(canaries)
      .set({ ...afterRun(canary, outcome, at), lastRun: toRun(run) })
      .where(eq(canaries.connectionId, connectionId))
    await rollUpHour(tx, connectionId, dueAt)
    await refreshFigures(tx, connectionId, at)
    return true
  })
}
