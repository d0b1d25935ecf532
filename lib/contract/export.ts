import { z } from 'zod'
import { ConnectionId, ExportId, Timestamp } from '@/lib/contract/ids'
import { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { Failure } from '@/lib/diagnosis/failure'

export const ExportFormat = z.enum(['csv', 'ndjson', 'xlsx', 'parquet'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** `paused`, `failed`: it can go on from its last checkpoint. */
export const ExportState = z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled'])
export type ExportState = z.infer<typeof ExportState>

/** What only a CSV file has to be told. */
export const CsvOptions = z.object({
  separator: z.enum([',', ';', '\t']).default(','),
  /** A byte order mark, by which Excel knows UTF-8. */
  bom: z.boolean().default(true),
  /** Puts an apostrophe before text that a spreadsheet would run as a formula. */
  guard: z.boolean().default(true),
})
export type CsvOptions = z.infer<typeof CsvOptions>

/** `POST /api/connections/{id}/exports` */
export const CreateExportInput = z.object({
  /** What the file is called, without its ending; from the path when left out. */
  name: z.string().trim().min(1).max(120).optional(),
  /** Below `/data/`, percent-encoded: `CustomersV3`. */
  path: z.string().min(1).max(4000),
  /** Percent-encoded, without the question mark. */
  query: z.string().max(16_000).default(''),
  /** One page as it is answered, or that and all pages after it. */
  scope: z.enum(['page', 'all']).default('all'),
  format: ExportFormat,
  /** Field names in the order of the file; all that the rows have when left out. */
  columns: z
    .array(z.string().min(1).max(300))
    .min(1)
    .max(2000)
    .refine((names) => new Set(names).size === names.length, 'a column is named twice')
    .optional(),
  csv: CsvOptions.optional(),
})
export type CreateExportInput = z.input<typeof CreateExportInput>

/** Why an export ended before its last row. */
export const ExportFailure = z.object({
  title: z.string(),
  detail: z.string(),
  diagnosis: Diagnosis.nullable(),
  failure: Failure.nullable(),
})
export type ExportFailure = z.infer<typeof ExportFailure>

/** One export, as it stands. */
export const Export = z.object({
  id: ExportId,
  connectionId: ConnectionId,
  name: z.string(),
  path: z.string(),
  query: z.string(),
  scope: z.enum(['page', 'all']),
  format: ExportFormat,
  state: ExportState,
  rows: z.int().nonnegative(),
  /** What F&O counted before the first page; null where it did not. */
  rowsTotal: z.int().nonnegative().nullable(),
  pages: z.int().nonnegative(),
  /** Of the file so far. */
  bytes: z.int().nonnegative(),
  /** Over the last seconds; null while it does not run. */
  rowsPerSecond: z.number().nonnegative().nullable(),
  /** Until when it waits, and for what, while F&O has asked for time or did not answer. */
  waiting: z.object({ until: Timestamp, why: z.string() }).nullable(),
  /** What the file does not say as the rows did. */
  notes: z.array(z.string()),
  failure: ExportFailure.nullable(),
  /** Once it is done. */
  fileName: z.string().nullable(),
  createdAt: Timestamp,
  startedAt: Timestamp.nullable(),
  finishedAt: Timestamp.nullable(),
  /** When it is removed with its file; null while it is under way. */
  keptUntil: Timestamp.nullable(),
})
export type Export = z.infer<typeof Export>

/** `GET /api/connections/{id}/exports`, newest first. */
export const ExportList = z.object({ exports: z.array(Export) })
export type ExportList = z.infer<typeof ExportList>

/** `POST /api/connections/{id}/exports/{exportId}` */
export const ExportAct = z.object({ act: z.enum(['pause', 'resume', 'cancel']) })
export type ExportAct = z.infer<typeof ExportAct>
