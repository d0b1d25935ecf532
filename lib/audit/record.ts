import { desc, isNotNull, sql } from 'drizzle-orm'
import { chainStart, hashEntry } from '@/lib/audit/chain'
import type { Transaction } from '@/lib/db/database'
import { auditEntries } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** What was done, to what. `detail` never holds a secret: it names fields, not their values. */
export type AuditEntry = Readonly<{
  /** `<thing>.<verb>`, such as `connection.create`. */
  action: string
  /** Id of the thing. */
  subject: string
  detail: Readonly<Record<string, unknown>>
  /** `refused` for what somebody tried and was not let. Default `done`. */
  outcome?: 'done' | 'refused'
}>

/** Any number that no other advisory lock of this database has. */
const chainLock = 7_405_001

/**
 * Writes the audit row of a change, in the change's own transaction: both are kept, or neither.
 * Each row holds a hash of itself and of the row before; until the transaction ends no other can
 * add one, so it is best written last.
 */
export async function recordAudit(tx: Transaction, ctx: Context, entry: AuditEntry): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`)
  const [last] = await tx
    .select({ hash: auditEntries.hash })
    .from(auditEntries)
    .where(isNotNull(auditEntries.hash))
    .orderBy(desc(auditEntries.id))
    .limit(1)
  const hashBefore = last?.hash ?? chainStart
  const row = {
    at: ctx.now(),
    actor: ctx.actor,
    requestId: ctx.requestId,
    outcome: 'done' as const,
    from: ctx.from ?? null,
    ...entry,
    // What JSON cannot hold the database would not keep, and the hash is of what is kept.
    detail: JSON.parse(JSON.stringify(entry.detail)) as Record<string, unknown>,
  }
  await tx.insert(auditEntries).values({ ...row, hashBefore, hash: hashEntry(row, hashBefore) })
}
