import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { recordAudit } from '@/lib/audit/record'
import { type ExportFormat, ExportFormat as Format } from '@/lib/contract/export'
import { database } from '@/lib/db/client'
import { ExportError } from '@/lib/exports/errors'
import { exporter } from '@/lib/exports/exporter'
import { type ExportKey, requireExportRow } from '@/lib/exports/list-exports'
import { toFileName } from '@/lib/exports/stored'
import type { Context } from '@/lib/log/context'

/** A file that is done. */
export type ExportFile = Readonly<{
  fileName: string
  contentType: string
  bytes: number
  modifiedAt: Date
  /** Its bytes from `start` to `end`, both among them. */
  read: (start: number, end: number) => ReadableStream<Uint8Array>
}>

const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
}

/**
 * The file of an export, to be handed out.
 *
 * @throws {ConnectionError} `not_found`
 * @throws {ExportError} `not_found`; `not_now` before it is done; `not_here` where another server
 * has it
 */
export async function openExportFile(ctx: Context, key: ExportKey): Promise<ExportFile> {
  const row = await requireExportRow(ctx, key)
  if (row.state !== 'done') throw new ExportError('not_now', `It is ${row.state}, not done.`)
  const { dir, home } = exporter()
  if (row.home !== home) {
    throw new ExportError('not_here', 'Another server of this installation has the file.')
  }
  const format = Format.parse(row.format)
  const path = join(dir, row.id, `rows.${format}`)
  const { size, mtime } = await stat(path).catch((error: unknown) => {
    throw new ExportError('not_here', 'The file is gone from the data folder.', error)
  })
  await database().orm.transaction((tx) => {
    const detail = { connectionId: key.connectionId, name: row.name }
    return recordAudit(tx, ctx, { action: 'export.download', subject: row.id, detail })
  })
  return {
    fileName: toFileName(row.name, format),
    contentType: contentTypes[format],
    bytes: size,
    modifiedAt: mtime,
    read: (start, end) =>
      // Node's own type of a web stream is the same one, declared once more.
      Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>,
  }
}
