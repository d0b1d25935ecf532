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
}>

/** Writes the audit row of a change, in the change's own transaction: both are kept, or neither. */
export async function recordAudit(tx: Transaction, ctx: Context, entry: AuditEntry): Promise<void> {
  await tx.insert(auditEntries).values({
    at: ctx.now(),
    actor: ctx.actor,
    requestId: ctx.requestId,
    ...entry,
  })
}
