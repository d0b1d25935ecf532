import { z } from 'zod'
import { Timestamp } from '@/lib/contract/ids'

export const AuditOutcome = z.enum(['done', 'refused'])
export type AuditOutcome = z.infer<typeof AuditOutcome>

/** One entry of the audit log, as pages and exports show it. */
export const AuditView = z.object({
  id: z.int(),
  at: Timestamp,
  /** Name of the person or the token, or of the server's job. */
  who: z.string(),
  kind: z.enum(['user', 'token', 'system', 'anonymous']),
  action: z.string(),
  subject: z.string(),
  from: z.string().nullable(),
  outcome: AuditOutcome,
  requestId: z.string(),
  detail: z.record(z.string(), z.unknown()),
  /** Null in entries that are older than the chain. */
  hash: z.string().nullable(),
})
export type AuditView = z.infer<typeof AuditView>

const Day = z.iso.date()

/** Which entries; days are in UTC, and both are within. */
export const AuditFilter = z.object({
  who: z.string().trim().max(200).optional(),
  action: z.string().trim().max(100).optional(),
  subject: z.string().trim().max(200).optional(),
  outcome: AuditOutcome.optional(),
  fromDay: Day.optional(),
  toDay: Day.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** `GET /api/audit`: newest first; `before` is the id of the last entry of the page before. */
export const AuditQuery = AuditFilter.extend({
  before: z.coerce.number().int().positive().optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export const AuditPage = z.object({ entries: z.array(AuditView), hasMore: z.boolean() })
export type AuditPage = z.infer<typeof AuditPage>

/** `GET /api/audit/export` */
export const AuditExportQuery = AuditFilter.extend({ format: z.enum(['csv', 'ndjson']) })
export type AuditExportQuery = z.infer<typeof AuditExportQuery>

/** `POST /api/audit/verify`: what walking the whole chain found. */
export const AuditVerdict = z.object({
  isWhole: z.boolean(),
  /** Entries that are in the chain, and those that are older than it. */
  entries: z.int().nonnegative(),
  unchained: z.int().nonnegative(),
  /** The first entry that is not as it was written, or that misses the one before. */
  brokenAt: z.int().nullable(),
  why: z.enum(['changed', 'gap', 'cut']).nullable(),
  /** Hash of the newest entry: kept elsewhere, it shows later that nothing before it was changed. */
  head: z.string().nullable(),
})
export type AuditVerdict = z.infer<typeof AuditVerdict>
