import { z } from 'zod'
import { exportEntitySets } from '@/app/api/connections/[connectionId]/exports/[exportId]/export-entity-sets'
import { handle } from '@/app/api/handle'
import { ExportAct } from '@/lib/contract/export'
import { ConnectionId, ExportId } from '@/lib/contract/ids'
import { actOnExport, deleteExport } from '@/lib/exports/act-on-export'
import { requireExport } from '@/lib/exports/list-exports'

const params = z.object({ connectionId: ConnectionId, exportId: ExportId })
const entitySets = exportEntitySets

export const GET = handle({ action: 'data.export', params, entitySets }, async ({ ctx, params }) =>
  Response.json(await requireExport(ctx, params)),
)

export const POST = handle(
  { action: 'data.export', params, entitySets, body: ExportAct },
  async ({ ctx, params, body }) => Response.json(await actOnExport(ctx, params, body.act)),
)

export const DELETE = handle(
  { action: 'data.export', params, entitySets },
  async ({ ctx, params }) => {
    await deleteExport(ctx, params)
    return new Response(null, { status: 204 })
  },
)
