import { eq } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { toODataPath, toODataQuery } from '@/lib/catalog/odata-path'
import { requireReadable } from '@/lib/catalog/open-connection'
import { lockConnection } from '@/lib/connections/lock-connection'
import { requireActor } from '@/lib/connections/require-actor'
import { CreateExportInput, CsvOptions, type Export } from '@/lib/contract/export'
import { database } from '@/lib/db/client'
import { newId } from '@/lib/db/new-id'
import { dataExports } from '@/lib/db/schema'
import { ExportError } from '@/lib/exports/errors'
import { exporter } from '@/lib/exports/exporter'
import { withOptions } from '@/lib/exports/query-string'
import { type ExportRequest, toExport } from '@/lib/exports/stored'
import type { Context } from '@/lib/log/context'

/** Of one connection, whatever their state. */
const exportsMax = 200

/**
 * Puts an export into the queue. Columns that are chosen are also all that F&O is asked for.
 *
 * @throws {ConnectionError} `not_found`, `incomplete`
 * @throws {CatalogError} `bad_path`, `bad_query`
 * @throws {ExportError} `not_now` with too many exports kept
 */
export async function createExport(
  ctx: Context,
  connectionId: string,
  input: CreateExportInput,
): Promise<Export> {
  requireActor(ctx)
  const parsed = CreateExportInput.parse(input)
  const request = toRequest(parsed)
  await requireReadable(ctx, connectionId)
  const { home, wake } = exporter()
  const now = ctx.now()
  const id = newId('exp')
  const row = {
    id,
    connectionId,
    home,
    name: parsed.name ?? nameOf(request.path),
    format: parsed.format,
    request,
    state: 'queued',
    createdAt: now,
    updatedAt: now,
  }
  const saved = await database().orm.transaction(async (tx) => {
    await lockConnection(tx, connectionId)
    const count = await tx.$count(dataExports, eq(dataExports.connectionId, connectionId))
    if (count >= exportsMax) {
      throw new ExportError('not_now', `There are ${count} exports already. Delete some of them.`)
    }
    const [inserted] = await tx.insert(dataExports).values(row).returning()
    const { path, query, scope } = request
    const detail = { connectionId, name: row.name, format: row.format, path, query, scope }
    await recordAudit(tx, ctx, { action: 'export.create', subject: id, detail })
    return inserted
  })
  if (!saved) throw new Error('the export was inserted and did not come back')
  wake()
  return toExport(saved)
}

function toRequest(input: ReturnType<typeof CreateExportInput.parse>): ExportRequest {
  const { columns = null, scope } = input
  const path = toODataPath(input.path.split('/').map(decode))
  const query = toODataQuery(input.query)
  return {
    path,
    query: columns ? withOptions(query, { $select: columns.join(',') }) : query,
    scope,
    columns,
    csv: CsvOptions.parse(input.csv ?? {}),
  }
}

/** Names come from the first segment: `CustomersV3(…)/SalesOrders` is an export of customers. */
function nameOf(path: string): string {
  return /^\w+/.exec(path)?.[0] ?? 'export'
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    throw badPath(error)
  }
}

function badPath(cause: unknown): ExportError {
  const detail = 'The path is not percent-encoded as it should be.'
  return new ExportError('bad_request', detail, cause)
}
