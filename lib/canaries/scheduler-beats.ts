import { lt, max, sql } from 'drizzle-orm'
import { database } from '@/lib/db/client'
import { schedulerBeats } from '@/lib/db/schema'

/** How long nobody may have looked for due canaries before that is an alarm of its own. */
export const silentMs = 90_000
const forgottenMs = 86_400_000

/** Says that a process still looks for due canaries. */
export async function beat(
  beatOf: Readonly<{ id: string; startedAt: Date; now: Date; running: number }>,
): Promise<void> {
  const { id, startedAt, now, running } = beatOf
  const { orm } = database()
  await orm
    .insert(schedulerBeats)
    .values({ id, startedAt, beatAt: now, running })
    .onConflictDoUpdate({ target: schedulerBeats.id, set: { beatAt: now, running } })
}

/** Forgets processes that have not been heard of for a day. */
export async function forgetBeats(now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - forgottenMs)
  await database().orm.delete(schedulerBeats).where(lt(schedulerBeats.beatAt, oldest))
}

/** When any process last looked, and how many have lately. */
export async function readBeats(now: Date): Promise<{ beatAt: Date | null; processes: number }> {
  const alive = new Date(now.getTime() - silentMs).toISOString()
  const [row] = await database()
    .orm.select({
      beatAt: max(schedulerBeats.beatAt),
      processes: sql<number>`(count(*) filter (where ${schedulerBeats.beatAt} >= ${alive}::timestamptz))::int`,
    })
    .from(schedulerBeats)
  return { beatAt: row?.beatAt ?? null, processes: row?.processes ?? 0 }
}
