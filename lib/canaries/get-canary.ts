import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { toCanary, toRunDetail } from '@/lib/canaries/stored'
import { requireConnection } from '@/lib/connections/require-connection'
import type { CanaryReport } from '@/lib/contract/canary'
import { database } from '@/lib/db/client'
import { canaries, canaryRuns } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

const runsMax = 300

/**
 * The canary of a connection and its newest runs, newest first, at most 300.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function getCanary(ctx: Context, connectionId: string): Promise<CanaryReport> {
  await requireConnection(ctx, connectionId)
  const { orm } = database()
  const own = eq(canaryRuns.connectionId, connectionId)
  const [[row], [running], runs] = await Promise.all([
    orm.select().from(canaries).where(eq(canaries.connectionId, connectionId)),
    orm
      .select({ dueAt: canaryRuns.dueAt })
      .from(canaryRuns)
      .where(and(own, isNotNull(canaryRuns.lease))),
    orm
      .select()
      .from(canaryRuns)
      .where(and(own, isNotNull(canaryRuns.verdict)))
      .orderBy(desc(canaryRuns.dueAt))
      .limit(runsMax),
  ])
  return {
    canary: row ? toCanary(row, running !== undefined) : null,
    runs: runs.map(toRunDetail),
  }
}
