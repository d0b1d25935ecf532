import { sql } from 'drizzle-orm'
import { lockConnection } from '@/lib/connections/lock-connection'
import { requireActor } from '@/lib/connections/require-actor'
import type { StepState } from '@/lib/contract/connection'
import { database } from '@/lib/db/client'
import { stepStates } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/**
 * Keeps where the steps of a connection stand; those that `states` does not name stay as they are.
 *
 * @throws {ConnectionError} `not_found` when the connection was deleted meanwhile
 */
export async function saveStepStates(
  ctx: Context,
  connectionId: string,
  states: readonly StepState[],
): Promise<void> {
  requireActor(ctx)
  if (states.length === 0) return
  const rows = states.map((state) => ({
    ...state,
    connectionId,
    checkedAt: state.checkedAt === null ? null : new Date(state.checkedAt),
  }))
  await database().orm.transaction(async (tx) => {
    await lockConnection(tx, connectionId)
    await tx
      .insert(stepStates)
      .values(rows)
      .onConflictDoUpdate({
        target: [stepStates.connectionId, stepStates.step],
        set: {
          status: sql`excluded.status`,
          summary: sql`excluded.summary`,
          warnings: sql`excluded.warnings`,
          checkedAt: sql`excluded.checked_at`,
        },
      })
  })
}
