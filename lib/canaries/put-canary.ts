import { eq } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { dueAfter } from '@/lib/canaries/due-times'
import { CanaryError } from '@/lib/canaries/errors'
import { getCanary } from '@/lib/canaries/get-canary'
import { lockConnection } from '@/lib/connections/lock-connection'
import { requireActor } from '@/lib/connections/require-actor'
import { type CanaryReport, PutCanaryInput } from '@/lib/contract/canary'
import { database } from '@/lib/db/client'
import { canaries } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'
import { parseFilter } from '@/lib/odata/parse-filter'

/**
 * Sets the canary of a connection. What its former settings counted (failures in a row, backing off)
 * begins anew.
 *
 * @throws {ConnectionError} `not_found`
 * @throws {CanaryError} `bad_filter`
 * @throws {z.ZodError} when the input does not fit its schema
 */
export async function putCanary(
  ctx: Context,
  connectionId: string,
  input: PutCanaryInput,
): Promise<CanaryReport> {
  requireActor(ctx)
  const parsed = PutCanaryInput.parse(input)
  if (parsed.filter !== null) requireFilter(parsed.filter)
  const now = ctx.now()
  const { everyMinutes } = parsed
  const row = {
    ...parsed,
    nextDueAt: parsed.state === 'on' ? dueAfter({ connectionId, everyMinutes }, now) : null,
    heldUntil: null,
    throttledInARow: 0,
    failedInARow: 0,
    failingSince: null,
    updatedAt: now,
  }
  await database().orm.transaction(async (tx) => {
    await lockConnection(tx, connectionId)
    const [before] = await tx
      .select()
      .from(canaries)
      .where(eq(canaries.connectionId, connectionId))
      .for('update')
    await tx
      .insert(canaries)
      .values({ connectionId, ...row })
      .onConflictDoUpdate({ target: canaries.connectionId, set: row })
    const { state, entitySet } = parsed
    const detail = { connectionId, state, everyMinutes, entitySet, was: before?.state ?? null }
    await recordAudit(tx, ctx, { action: 'canary.put', subject: connectionId, detail })
  })
  return await getCanary(ctx, connectionId)
}

function requireFilter(filter: string): void {
  try {
    parseFilter(filter)
  } catch (error) {
    throw badFilter(error)
  }
}

function badFilter(cause: unknown): CanaryError {
  const why = cause instanceof Error ? cause.message : 'it is no OData filter'
  return new CanaryError('bad_filter', `The filter cannot be read: ${why}`, cause)
}
