import { sql } from 'drizzle-orm'
import type { Transaction } from '@/lib/db/database'
import { proofs } from '@/lib/db/schema'

const dayMs = 86_400_000
/** All proofs of this many days are kept, so that "it worked last week" can be looked at. */
export const proofsKeptDays = 30
/** But no more than this many a connection: a proof of some kilobytes every few minutes adds up. */
export const proofsKeptMax = 1000

/**
 * Lets go of proofs that have outlived their use: those older than 30 days, and those beyond the
 * newest 1,000 of their connection. The last one that passed and the last one that failed stay
 * however old they are, for each step that a proof may go up to: *what changed since it last
 * worked* needs the one, and *when did it break* the other.
 *
 * Without a `connectionId`, of every connection.
 */
export async function pruneProofs(
  tx: Transaction,
  { now, connectionId }: Readonly<{ now: Date; connectionId?: string }>,
): Promise<void> {
  const oldest = new Date(now.getTime() - proofsKeptDays * dayMs).toISOString()
  const own = connectionId === undefined ? sql`true` : sql`connection_id = ${connectionId}`
  await tx.execute(sql`
    delete from ${proofs} where id in (
      select id from (
        select
          id,
          verdict,
          finished_at,
          row_number() over (
            partition by connection_id order by finished_at desc, id desc
          ) as place,
          row_number() over (
            partition by connection_id, until, verdict order by finished_at desc, id desc
          ) as place_of_its_kind
        from ${proofs}
        where ${own}
      ) as ranked
      where (finished_at < ${oldest}::timestamptz or place > ${proofsKeptMax})
        and not (verdict in ('passed', 'failed') and place_of_its_kind = 1)
    )
  `)
}
