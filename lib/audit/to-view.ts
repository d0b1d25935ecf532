import { z } from 'zod'
import { AuditOutcome, type AuditView } from '@/lib/contract/audit'
import type { auditEntries } from '@/lib/db/schema'

const StoredActor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), name: z.string() }),
  z.object({ kind: z.literal('token'), name: z.string() }),
  z.object({ kind: z.literal('system'), job: z.string() }),
  z.object({ kind: z.literal('anonymous') }),
])

/** A row of the audit log as pages and exports show it. */
export function toAuditView(row: typeof auditEntries.$inferSelect): AuditView {
  const actor = StoredActor.parse(row.actor)
  return {
    id: row.id,
    at: row.at.toISOString(),
    who: whoOf(actor),
    kind: actor.kind,
    action: row.action,
    subject: row.subject,
    from: row.from,
    outcome: AuditOutcome.parse(row.outcome),
    requestId: row.requestId,
    detail: z.record(z.string(), z.unknown()).parse(row.detail),
    hash: row.hash,
  }
}

function whoOf(actor: z.infer<typeof StoredActor>): string {
  switch (actor.kind) {
    case 'user':
    case 'token':
      return actor.name
    case 'system':
      return actor.job
    case 'anonymous':
      return 'nobody known'
  }
}
