import { z } from 'zod'
import { ConnectionId, SavedQueryId, Timestamp } from '@/lib/contract/ids'

const EntitySetName = z.string().min(1).max(200)
const Options = z.string().max(16_000)

/** A query that somebody kept for the team. */
export const SavedQuery = z.object({
  id: SavedQueryId,
  connectionId: ConnectionId,
  name: z.string(),
  note: z.string(),
  entitySet: z.string(),
  /** As it is typed, with `{{parameters}}`. */
  options: z.string(),
  /** Names of people. */
  madeBy: z.string(),
  changedBy: z.string(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type SavedQuery = z.infer<typeof SavedQuery>

/** `GET /api/connections/{id}/queries`, by name. */
export const SavedQueryList = z.object({ queries: z.array(SavedQuery) })
export type SavedQueryList = z.infer<typeof SavedQueryList>

/** `POST /api/connections/{id}/queries` */
export const SaveQueryInput = z.object({
  name: z.string().trim().min(1, 'give it a name').max(120),
  note: z.string().trim().max(2000).default(''),
  entitySet: EntitySetName,
  options: Options,
})
export type SaveQueryInput = z.input<typeof SaveQueryInput>

/** `PATCH /api/connections/{id}/queries/{queryId}`: only what is named changes. */
export const ChangeQueryInput = z
  .object({
    name: z.string().trim().min(1, 'give it a name').max(120),
    note: z.string().trim().max(2000),
    options: Options,
  })
  .partial()
export type ChangeQueryInput = z.input<typeof ChangeQueryInput>

/** A query that the person has run, however often. */
export const QueryRun = z.object({
  entitySet: z.string(),
  options: z.string(),
  times: z.int().positive(),
  /** Of the page that it answered with last; null where that was none. */
  rows: z.int().nonnegative().nullable(),
  tookMs: z.int().nonnegative(),
  ranAt: Timestamp,
})
export type QueryRun = z.infer<typeof QueryRun>

/** `GET /api/connections/{id}/query-runs`: the person's own, newest first. */
export const QueryRunList = z.object({ runs: z.array(QueryRun) })
export type QueryRunList = z.infer<typeof QueryRunList>

/** `POST /api/connections/{id}/query-runs` */
export const RecordRunInput = z.object({
  entitySet: EntitySetName,
  options: Options,
  rows: z.int().nonnegative().nullable(),
  tookMs: z.int().nonnegative().max(86_400_000),
})
export type RecordRunInput = z.infer<typeof RecordRunInput>
