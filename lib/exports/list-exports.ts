import { and, desc, eq } from 'drizzle-orm'
import { requireConnection } from '@/lib/connections/require-connection'
import type { Export } from '@/lib/contract/export'
import { database } from '@/lib/db/client'
import { dataExports } from '@/lib/db/schema'
import { ExportError } from '@/lib/exports/errors'
import { progressHere } from '@/lib/exports/exporter'
import { type ExportRow, toExport } from '@/lib/exports/stored'
import type { Context } from '@/lib/log/context'

/** Names one export of one connection. */
export type ExportKey = Readonly<{ connectionId: string; exportId: string }>

/** The exports of a connection, newest first. @throws {ConnectionError} `not_found` */
export async function listExports(ctx: Context, connectionId: string): Promise<Export[]> {
  await requireConnection(ctx, connectionId)
  const rows = await database()
    .orm.select()
    .from(dataExports)
    .where(eq(dataExports.connectionId, connectionId))
    .orderBy(desc(dataExports.createdAt), desc(dataExports.id))
  return rows.map(toExportNow)
}

/** One export. @throws {ConnectionError} `not_found`; {@link ExportError} `not_found` */
export async function requireExport(ctx: Context, key: ExportKey): Promise<Export> {
  return toExportNow(await requireExportRow(ctx, key))
}

function toExportNow(row: ExportRow): Export {
  const isRunning = row.state === 'running'
  return toExport({ ...row, ...(isRunning && progressHere(row.id)) })
}

/** As {@link requireExport}, as the store has it. */
export async function requireExportRow(ctx: Context, key: ExportKey): Promise<ExportRow> {
  await requireConnection(ctx, key.connectionId)
  const [row] = await database().orm.select().from(dataExports).where(isExport(key))
  if (!row) throw noExport()
  return row
}

export function isExport({ connectionId, exportId }: ExportKey) {
  return and(eq(dataExports.id, exportId), eq(dataExports.connectionId, connectionId))
}

export function noExport(): ExportError {
  return new ExportError('not_found', 'There is no such export. It may have been deleted.')
}
