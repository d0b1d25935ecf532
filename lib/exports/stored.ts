import { z } from 'zod'
import {
  CsvOptions,
  type Export,
  ExportFailure,
  ExportFormat,
  ExportState,
} from '@/lib/contract/export'
import type { dataExports } from '@/lib/db/schema'
import { Column } from '@/lib/exports/columns'

/** What is exported, as it was asked for. */
export const ExportRequest = z.object({
  path: z.string(),
  query: z.string(),
  scope: z.enum(['page', 'all']),
  columns: z.array(z.string()).nullable(),
  csv: CsvOptions,
})
export type ExportRequest = z.infer<typeof ExportRequest>

/** Where an export can go on without losing or doubling a row. */
export const Checkpoint = z.object({
  /** Null once the last page was read. */
  next: z.object({ path: z.string(), query: z.string() }).nullable(),
  rows: z.int().nonnegative(),
  pages: z.int().nonnegative(),
  columns: z.array(Column),
  /** The format's own. */
  writer: z.unknown(),
})
export type Checkpoint = z.infer<typeof Checkpoint>

const Waiting = z.object({ until: z.iso.datetime(), why: z.string() })
export type Waiting = z.infer<typeof Waiting>

export type ExportRow = typeof dataExports.$inferSelect

/** How long an export stays after it has ended, or was left alone. */
export const exportDays = 7

/** A row of the store as the API tells it. */
export function toExport(row: ExportRow): Export {
  const state = ExportState.parse(row.state)
  const format = ExportFormat.parse(row.format)
  const { path, query, scope } = ExportRequest.parse(row.request)
  const isRunning = state === 'running'
  const restsSince = state === 'queued' || isRunning ? null : row.updatedAt
  return {
    id: row.id,
    connectionId: row.connectionId,
    name: row.name,
    path,
    query,
    scope,
    format,
    state,
    rows: row.rows,
    rowsTotal: row.rowsTotal,
    pages: row.pages,
    bytes: row.bytes,
    rowsPerSecond: isRunning ? row.rowsPerSecond : null,
    waiting: isRunning ? Waiting.nullable().parse(row.waiting) : null,
    notes: z.array(z.string()).parse(row.notes),
    failure: ExportFailure.nullable().parse(row.failure),
    fileName: state === 'done' ? toFileName(row.name, format) : null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    keptUntil: restsSince && keptUntil(restsSince).toISOString(),
  }
}

/** When what has rested since `since` is removed. */
function keptUntil(since: Date): Date {
  return new Date(since.getTime() + exportDays * 86_400_000)
}

/** A name that every file system takes. */
export function toFileName(name: string, format: ExportFormat): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no file name may hold
  const safe = name.replace(/[\u0000-\u001f\u007f"*/:<>?\\|]/g, '_').replace(/^\.+|[. ]+$/g, '')
  return `${safe === '' ? 'export' : safe}.${format}`
}
