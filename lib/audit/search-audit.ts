import { and, desc, eq, gte, ilike, lt, or, type SQL, sql } from 'drizzle-orm'
import { toAuditView } from '@/lib/audit/to-view'
import type { AuditFilter, AuditPage, AuditQuery, AuditView } from '@/lib/contract/audit'
import { database } from '@/lib/db/client'
import { auditEntries } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

const pageSize = 50
const batchSize = 1_000
const dayMs = 86_400_000

/** A page of the audit log, newest first. Whoever calls has made sure that the actor may read it. */
export async function searchAudit(
  _ctx: Context,
  { before, ...filter }: AuditQuery,
): Promise<AuditPage> {
  const rows = await rowsBefore(filter, { before, limit: pageSize + 1 })
  return { entries: rows.slice(0, pageSize).map(toAuditView), hasMore: rows.length > pageSize }
}

/** Every entry that the filter lets through, newest first, read in batches. */
export async function* everyAudit(ctx: Context, filter: AuditFilter): AsyncGenerator<AuditView> {
  let before: number | undefined
  while (!ctx.signal.aborted) {
    const rows = await rowsBefore(filter, { before, limit: batchSize })
    for (const row of rows) yield toAuditView(row)
    before = rows.at(-1)?.id
    if (rows.length < batchSize) return
  }
}

function rowsBefore(
  filter: AuditFilter,
  { before, limit }: Readonly<{ before: number | undefined; limit: number }>,
) {
  return database()
    .orm.select()
    .from(auditEntries)
    .where(and(before === undefined ? undefined : lt(auditEntries.id, before), ...matches(filter)))
    .orderBy(desc(auditEntries.id))
    .limit(limit)
}

function matches({ who, action, subject, outcome, fromDay, toDay }: AuditFilter) {
  const conditions: (SQL | undefined)[] = [
    who ? nameIs(who) : undefined,
    action ? ilike(auditEntries.action, `${literal(action)}%`) : undefined,
    subject
      ? or(
          eq(auditEntries.subject, subject),
          eq(sql`${auditEntries.detail} ->> 'connectionId'`, subject),
        )
      : undefined,
    outcome ? eq(auditEntries.outcome, outcome) : undefined,
    fromDay ? gte(auditEntries.at, new Date(fromDay)) : undefined,
    toDay ? lt(auditEntries.at, new Date(new Date(toDay).getTime() + dayMs)) : undefined,
  ]
  return conditions
}

function nameIs(who: string): SQL {
  const { actor } = auditEntries
  return sql`coalesce(${actor} ->> 'name', ${actor} ->> 'job', '') ilike ${`%${literal(who)}%`}`
}

/** What somebody typed is text and no pattern. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
