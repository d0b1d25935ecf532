import { handle } from '@/app/api/handle'
import { auditCsvHead, toAuditCsv } from '@/lib/audit/audit-csv'
import { everyAudit } from '@/lib/audit/search-audit'
import { AuditExportQuery, type AuditView } from '@/lib/contract/audit'

const formats = {
  csv: { type: 'text/csv; charset=utf-8', head: auditCsvHead, line: toAuditCsv },
  ndjson: {
    type: 'application/x-ndjson',
    head: '',
    line: (entry: AuditView) => `${JSON.stringify(entry)}\n`,
  },
} as const

export const GET = handle(
  { action: 'audit.read', query: AuditExportQuery },
  async ({ ctx, query: { format, ...filter } }) => {
    const { type, head, line } = formats[format]
    const entries = everyAudit(ctx, filter)
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode(head)),
      async pull(controller) {
        const { value, done } = await entries.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(line(value)))
      },
      async cancel() {
        await entries.return(undefined)
      },
    })
    const day = ctx.now().toISOString().slice(0, 10)
    return new Response(body, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="fivestep-audit-${day}.${format}"`,
      },
    })
  },
)
