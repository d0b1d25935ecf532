import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ExportAct } from '@/lib/contract/export'
import { ConnectionId, ExportId } from '@/lib/contract/ids'
import { actOnExport, deleteExport } from '@/lib/exports/act-on-export'
import { requireExport } from '@/lib/exports/list-exports'

const params = z.object({ connectionId: ConnectionId, exportId: ExportId })

export const GET = handle({ params }, async ({ ctx, params }) =>
  Response.json(await requireExport(ctx, params)),
)

export const POST = handle({ params, body: ExportAct }, async ({ ctx, params, body }) =>
  Response.json(await actOnExport(ctx, params, body.act)),
)

export const DELETE = handle({ params }, async ({ ctx, params }) => {
  await deleteExport(ctx, params)
  return new Response(null, { status: 204 })
})
