import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { deleteConnection } from '@/lib/connections/delete-connection'
import { requireConnection } from '@/lib/connections/require-connection'
import { updateConnection } from '@/lib/connections/update-connection'
import { UpdateConnectionInput } from '@/lib/contract/connection'
import { ConnectionId } from '@/lib/contract/ids'
import { exporter } from '@/lib/exports/exporter'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) =>
  Response.json(await requireConnection(ctx, params.connectionId)),
)

export const PATCH = handle(
  { action: 'connection.manage', params, body: UpdateConnectionInput },
  async ({ ctx, params, body }) =>
    Response.json(await updateConnection(ctx, params.connectionId, body)),
)

export const DELETE = handle({ action: 'connection.manage', params }, async ({ ctx, params }) => {
  await deleteConnection(ctx, params.connectionId)
  // The files of its exports are swept by whoever wrote them.
  exporter().wake()
  return new Response(null, { status: 204 })
})
