import { createHash } from 'node:crypto'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { ConnectionError } from '@/lib/connections/errors'
import { requireConnection } from '@/lib/connections/require-connection'
import { type QueryRun, RecordRunInput } from '@/lib/contract/saved-query'
import { database } from '@/lib/db/client'
import { queryRuns } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** `runs` of one person at one connection; the oldest go. */
export const historyLimits = { runs: 200 }

/** The queries that the person has run, newest first. @throws {ConnectionError} `not_found` */
export async function listQueryRuns(ctx: Context, connectionId: string): Promise<QueryRun[]> {
  await requireConnection(ctx, connectionId)
  const rows = await database()
    .orm.select()
    .from(queryRuns)
    .where(isMine(connectionId, personOf(ctx)))
    .orderBy(desc(queryRuns.ranAt))
    .limit(historyLimits.runs)
  return rows.map(({ entitySet, options, times, rows: count, tookMs, ranAt }) => {
    return { entitySet, options, times, rows: count, tookMs, ranAt: ranAt.toISOString() }
  })
}

/**
 * Remembers that a query was run; one that was run before moves to the front. It is nobody's
 * business but the person's, so the audit log has nothing of it.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function recordQueryRun(
  ctx: Context,
  connectionId: string,
  input: RecordRunInput,
): Promise<void> {
  await requireConnection(ctx, connectionId)
  const userId = personOf(ctx)
  const { entitySet, options, rows, tookMs } = RecordRunInput.parse(input)
  const hash = createHash('sha256').update(`${entitySet}\0${options}`).digest('hex')
  const now = { rows, tookMs, ranAt: ctx.now() }
  await database().orm.transaction(async (tx) => {
    await tx
      .insert(queryRuns)
      .values({ connectionId, userId, hash, entitySet, options, ...now })
      .onConflictDoUpdate({
        target: [queryRuns.connectionId, queryRuns.userId, queryRuns.hash],
        set: { ...now, times: sql`${queryRuns.times} + 1` },
      })
    const tooOld = tx
      .select({ hash: queryRuns.hash })
      .from(queryRuns)
      .where(isMine(connectionId, userId))
      .orderBy(desc(queryRuns.ranAt), desc(queryRuns.hash))
      .offset(historyLimits.runs)
    await tx
      .delete(queryRuns)
      .where(and(isMine(connectionId, userId), inArray(queryRuns.hash, tooOld)))
  })
}

/** Forgets all that the person has run here. @throws {ConnectionError} `not_found` */
export async function clearQueryRuns(ctx: Context, connectionId: string): Promise<void> {
  await requireConnection(ctx, connectionId)
  await database()
    .orm.delete(queryRuns)
    .where(isMine(connectionId, personOf(ctx)))
}

function personOf({ actor }: Context): string {
  if (actor.kind === 'user') return actor.userId
  throw new ConnectionError('not_found', 'Only people have a history.')
}

function isMine(connectionId: string, userId: string) {
  return and(eq(queryRuns.connectionId, connectionId), eq(queryRuns.userId, userId))
}
