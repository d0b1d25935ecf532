import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { and, inArray } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { requireConnection } from '@/lib/connections/require-connection'
import type { Export, ExportAct, ExportState } from '@/lib/contract/export'
import { database } from '@/lib/db/client'
import { dataExports } from '@/lib/db/schema'
import { ExportError } from '@/lib/exports/errors'
import { exporter } from '@/lib/exports/exporter'
import { type ExportKey, isExport, noExport } from '@/lib/exports/list-exports'
import { toExport } from '@/lib/exports/stored'
import type { Context } from '@/lib/log/context'

type Act = ExportAct['act']

const acts: Readonly<Record<Act, Readonly<{ from: readonly ExportState[]; to: ExportState }>>> = {
  pause: { from: ['queued', 'running'], to: 'paused' },
  resume: { from: ['paused', 'failed'], to: 'queued' },
  cancel: { from: ['queued', 'running', 'paused', 'failed'], to: 'cancelled' },
}

/**
 * Pauses, resumes or cancels an export. A paused or failed one goes on from its last checkpoint; a
 * cancelled one loses its file.
 *
 * @throws {ConnectionError} `not_found`
 * @throws {ExportError} `not_found`, `not_now` where its state does not allow it
 */
export async function actOnExport(ctx: Context, key: ExportKey, act: Act): Promise<Export> {
  await requireConnection(ctx, key.connectionId)
  const { from, to } = acts[act]
  const now = ctx.now()
  const rest = { lease: null, leaseUntil: null, waiting: null, rowsPerSecond: null, failure: null }
  const changed = await database().orm.transaction(async (tx) => {
    const [row] = await tx
      .update(dataExports)
      .set({ ...rest, state: to, updatedAt: now, ...(act === 'cancel' && { finishedAt: now }) })
      .where(and(isExport(key), inArray(dataExports.state, [...from])))
      .returning()
    if (!row) {
      const [there] = await tx.select().from(dataExports).where(isExport(key))
      if (!there) throw noExport()
      throw new ExportError('not_now', `It is ${there.state}, so there is nothing to ${act}.`)
    }
    const detail = { connectionId: key.connectionId, name: row.name }
    await recordAudit(tx, ctx, { action: `export.${act}`, subject: key.exportId, detail })
    return row
  })
  const { dir, stopRun, wake } = exporter()
  if (act !== 'resume') await stopRun(key.exportId)
  if (act === 'cancel') await rm(join(dir, key.exportId), { recursive: true, force: true })
  wake()
  return toExport(changed)
}

/**
 * Deletes an export with its file, whatever it is doing.
 *
 * @throws {ConnectionError} `not_found`; {@link ExportError} `not_found`
 */
export async function deleteExport(ctx: Context, key: ExportKey): Promise<void> {
  await requireConnection(ctx, key.connectionId)
  await database().orm.transaction(async (tx) => {
    const [row] = await tx.delete(dataExports).where(isExport(key)).returning()
    if (!row) throw noExport()
    const detail = { connectionId: key.connectionId, name: row.name }
    await recordAudit(tx, ctx, { action: 'export.delete', subject: key.exportId, detail })
  })
  const { dir, stopRun, wake } = exporter()
  await stopRun(key.exportId)
  await rm(join(dir, key.exportId), { recursive: true, force: true })
  wake()
}
