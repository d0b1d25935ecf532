import { and, asc, eq, inArray, isNotNull, lt, lte, notExists, sql } from 'drizzle-orm'
import { dueAfter, dueAtOrBefore } from '@/lib/canaries/due-times'
import { isInWindow } from '@/lib/canaries/in-window'
import { type CanaryRow, toCanary } from '@/lib/canaries/stored'
import type { Canary } from '@/lib/contract/canary'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/database'
import { canaries, canaryRuns } from '@/lib/db/schema'

/** One due time that this process has to bring to an end, and nobody else. */
export type CanaryJob = Readonly<{
  connectionId: string
  dueAt: Date
  attempts: number
  canary: Canary
  /** Due in a maintenance window. */
  isSkipped: boolean
}>

export type ClaimWish = Readonly<{
  /** Of the process that claims. */
  lease: string
  leaseMs: number
  now: Date
  limit: number
}>

/**
 * Claims what is due, the longest waiting first: one row a connection and due time, which the
 * database lets in once. Of due times that passed while nobody looked, only the newest is run; the
 * row says how many there were. A connection with a run under way is left for later.
 */
export async function claimDue(wish: ClaimWish): Promise<CanaryJob[]> {
  return await database().orm.transaction(async (tx) => {
    const due = await tx
      .select()
      .from(canaries)
      .where(
        and(eq(canaries.state, 'on'), lte(canaries.nextDueAt, wish.now), notExists(running(tx))),
      )
      .orderBy(asc(canaries.nextDueAt))
      .limit(wish.limit)
      .for('update', { skipLocked: true })
    if (due.length === 0) return []
    const slots = due.map((row) => ({ row, ...slotOf(row, wish.now) }))
    const claimed = await tx
      .insert(canaryRuns)
      .values(
        slots.map(({ row, dueAt, missed }) => ({
          connectionId: row.connectionId,
          dueAt,
          missed,
          lease: wish.lease,
          leaseUntil: new Date(wish.now.getTime() + wish.leaseMs),
          startedAt: wish.now,
        })),
      )
      .onConflictDoNothing()
      .returning({ connectionId: canaryRuns.connectionId })
    for (const { row, dueAt } of slots) {
      await tx
        .update(canaries)
        .set({ nextDueAt: dueAfter(row, dueAt) })
        .where(eq(canaries.connectionId, row.connectionId))
    }
    const ours = new Set(claimed.map(({ connectionId }) => connectionId))
    return slots
      .filter(({ row }) => ours.has(row.connectionId))
      .map(({ row, dueAt }) => toJob(row, { dueAt, attempts: 1 }))
  })
}

/** Takes over runs whose process has gone: their lease has ended, their due time has not been answered. */
export async function takeOver(wish: ClaimWish): Promise<CanaryJob[]> {
  const { lease, now, leaseMs, limit } = wish
  return await database().orm.transaction(async (tx) => {
    const left = await tx
      .select({ canary: canaries, dueAt: canaryRuns.dueAt, attempts: canaryRuns.attempts })
      .from(canaryRuns)
      .innerJoin(canaries, eq(canaries.connectionId, canaryRuns.connectionId))
      .where(and(isNotNull(canaryRuns.lease), lt(canaryRuns.leaseUntil, now)))
      .limit(limit)
      .for('update', { of: canaryRuns, skipLocked: true })
    for (const { canary, dueAt } of left) {
      await tx
        .update(canaryRuns)
        .set({
          lease,
          leaseUntil: new Date(now.getTime() + leaseMs),
          attempts: sql`${canaryRuns.attempts} + 1`,
          startedAt: now,
        })
        .where(isRun(canary.connectionId, dueAt))
    }
    return left.map(({ canary, dueAt, attempts }) =>
      toJob(canary, { dueAt, attempts: attempts + 1 }),
    )
  })
}

/** Keeps runs that go on here this process's own for a while longer. */
export async function renewLeases(
  connectionIds: readonly string[],
  { lease, leaseMs, now }: Omit<ClaimWish, 'limit'>,
): Promise<void> {
  await database()
    .orm.update(canaryRuns)
    .set({ leaseUntil: new Date(now.getTime() + leaseMs) })
    .where(and(eq(canaryRuns.lease, lease), inArray(canaryRuns.connectionId, [...connectionIds])))
}

/** Gives a run back unanswered, so that another process takes it over at once. */
export async function releaseRun(job: CanaryJob, lease: string, now: Date): Promise<void> {
  await database()
    .orm.update(canaryRuns)
    .set({ leaseUntil: new Date(now.getTime() - 1) })
    .where(and(isRun(job.connectionId, job.dueAt), eq(canaryRuns.lease, lease)))
}

/** The row of one due time. */
export function isRun(connectionId: string, dueAt: Date) {
  return and(eq(canaryRuns.connectionId, connectionId), eq(canaryRuns.dueAt, dueAt))
}

function running(tx: Transaction) {
  return tx
    .select({ one: sql`1` })
    .from(canaryRuns)
    .where(and(eq(canaryRuns.connectionId, canaries.connectionId), isNotNull(canaryRuns.lease)))
}

function slotOf(row: CanaryRow, now: Date): { dueAt: Date; missed: number } {
  const dueAt = dueAtOrBefore(row, now)
  const expected = row.nextDueAt ?? dueAt
  const missed = Math.round((dueAt.getTime() - expected.getTime()) / (row.everyMinutes * 60_000))
  return { dueAt, missed: Math.max(0, missed) }
}

function toJob(
  row: CanaryRow,
  { dueAt, attempts }: Pick<CanaryJob, 'dueAt' | 'attempts'>,
): CanaryJob {
  const canary = toCanary(row, true)
  const isSkipped = isInWindow(canary.windows, dueAt)
  return { connectionId: row.connectionId, dueAt, attempts, canary, isSkipped }
}
