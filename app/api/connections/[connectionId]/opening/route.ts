import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { closeProduction, openProduction, readOpening } from '@/lib/access/opening'
import { requireConnection } from '@/lib/connections/require-connection'
import { ConnectionId } from '@/lib/contract/ids'
import { OpenProductionInput } from '@/lib/contract/opening'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) => {
  await requireConnection(ctx, params.connectionId)
  return Response.json(await readOpening(ctx, params.connectionId))
})

export const PUT = handle(
  { action: 'production.open', params, body: OpenProductionInput },
  async ({ ctx, params, body }) => {
    await requireConnection(ctx, params.connectionId)
    await openProduction(ctx, params.connectionId, body)
    return Response.json(await readOpening(ctx, params.connectionId))
  },
)

export const DELETE = handle({ action: 'production.open', params }, async ({ ctx, params }) => {
  await requireConnection(ctx, params.connectionId)
  await closeProduction(ctx, params.connectionId)
  return new Response(null, { status: 204 })
})
