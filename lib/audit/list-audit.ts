import { and, asc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm'
import { database } from '@/lib/db/client'
import { auditEntries } from '@/lib/db/schema'
import type { Actor, Context } from '@/lib/log/context'

/** What was done, by whom and when, as it was written down. */
export type AuditRow = Readonly<{
  at: Date
  actor: Actor
  action: string
  subject: string
  detail: Readonly<Record<string, unknown>>
}>

/** Which rows: about one connection or anything of it, in a stretch of time with both its ends. */
export type AuditQuery = Readonly<{
  connectionId: string
  from: Date
  to: Date
  /** Kinds of things, as actions begin with them: `connection`, `credential`. */
  things: readonly string[]
}>

const rowsMax = 200

/**
 * What was done to a connection and to what belongs to it, oldest first, at most 200 rows. Whoever
 * calls has made sure that the actor may see the connection.
 *
 * @throws {Error} for a caller that nobody has identified
 */
export async function listAudit(ctx: Context, query: AuditQuery): Promise<AuditRow[]> {
  if (ctx.actor.kind === 'anonymous') throw new Error('the audit log was asked for by nobody')
  const { connectionId, from, to, things } = query
  const rows = await database()
    .orm.select()
    .from(auditEntries)
    .where(
      and(
        or(
          eq(auditEntries.subject, connectionId),
          eq(sql`${auditEntries.detail} ->> 'connectionId'`, connectionId),
        ),
        inArray(sql`split_part(${auditEntries.action}, '.', 1)`, [...things]),
        gte(auditEntries.at, from),
        lte(auditEntries.at, to),
      ),
    )
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))
    .limit(rowsMax)
  // Both columns are written by recordAudit alone, whose types these are.
  return rows.map((row) => ({
    ...row,
    actor: row.actor as Actor,
    detail: row.detail as AuditRow['detail'],
  }))
}
