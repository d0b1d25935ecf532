import { and, eq } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import type { CanaryJob } from '@/lib/canaries/claim'
import { dueAfter } from '@/lib/canaries/due-times'
import { CanaryError } from '@/lib/canaries/errors'
import { getCanary } from '@/lib/canaries/get-canary'
import { scheduler } from '@/lib/canaries/scheduler'
import { toCanary } from '@/lib/canaries/stored'
import { lockConnection } from '@/lib/connections/lock-connection'
import { requireActor } from '@/lib/connections/require-actor'
import type { CanaryAct, CanaryReport } from '@/lib/contract/canary'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/database'
import { canaries, canaryRuns } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** A run that was asked for may not be taken for silent before the scheduler's first beat. */
const firstLeaseMs = 60_000

/**
 * Pauses or resumes the canary of a connection, or runs it now whatever its state.
 *
 * @throws {ConnectionError} `not_found`
 * @throws {CanaryError} `not_found` where none was ever set, `not_now` where its state does not allow it
 */
export async function actOnCanary(
  ctx: Context,
  connectionId: string,
  act: CanaryAct['act'],
): Promise<CanaryReport> {
  requireActor(ctx)
  const job = await database().orm.transaction(async (tx) => {
    await lockConnection(tx, connectionId)
    const started = act === 'run' ? await claimNow(tx, ctx, connectionId) : undefined
    if (act !== 'run') await setState(tx, ctx, { connectionId, act })
    const detail = { connectionId }
    await recordAudit(tx, ctx, { action: `canary.${act}`, subject: connectionId, detail })
    return started
  })
  if (job) scheduler().start(job)
  return await getCanary(ctx, connectionId)
}

async function setState(
  tx: Transaction,
  ctx: Context,
  { connectionId, act }: Readonly<{ connectionId: string; act: 'pause' | 'resume' }>,
): Promise<void> {
  const canary = await lockCanary(tx, connectionId)
  const [from, to] = act === 'pause' ? (['on', 'paused'] as const) : (['paused', 'on'] as const)
  if (canary.state !== from) {
    throw new CanaryError(
      'not_now',
      `The canary is ${canary.state}, so there is nothing to ${act}.`,
    )
  }
  const nextDueAt = to === 'on' ? dueAfter(canary, ctx.now()) : null
  await tx
    .update(canaries)
    .set({ state: to, nextDueAt, heldUntil: null, updatedAt: ctx.now() })
    .where(eq(canaries.connectionId, connectionId))
}

async function claimNow(tx: Transaction, ctx: Context, connectionId: string): Promise<CanaryJob> {
  const canary = await lockCanary(tx, connectionId)
  const now = ctx.now()
  const [claimed] = await tx
    .insert(canaryRuns)
    .values({
      connectionId,
      dueAt: now,
      isAsked: true,
      lease: scheduler().id,
      leaseUntil: new Date(now.getTime() + firstLeaseMs),
      startedAt: now,
    })
    .onConflictDoNothing()
    .returning({ dueAt: canaryRuns.dueAt })
  if (!claimed) throw new CanaryError('not_now', 'It is running already.')
  return {
    connectionId,
    dueAt: claimed.dueAt,
    attempts: 1,
    canary: toCanary(canary, true),
    isSkipped: false,
  }
}

async function lockCanary(tx: Transaction, connectionId: string) {
  const [canary] = await tx
    .select()
    .from(canaries)
    .where(and(eq(canaries.connectionId, connectionId)))
    .for('update')
  if (!canary) throw new CanaryError('not_found', 'No canary was set for this connection.')
  return canary
}
