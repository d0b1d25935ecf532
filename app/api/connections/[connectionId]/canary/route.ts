import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { actOnCanary } from '@/lib/canaries/act-on-canary'
import { getCanary } from '@/lib/canaries/get-canary'
import { putCanary } from '@/lib/canaries/put-canary'
import { CanaryAct, PutCanaryInput } from '@/lib/contract/canary'
import { ConnectionId } from '@/lib/contract/ids'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) =>
  Response.json(await getCanary(ctx, params.connectionId)),
)

export const PUT = handle(
  { action: 'watch.manage', params, body: PutCanaryInput },
  async ({ ctx, params, body }) => Response.json(await putCanary(ctx, params.connectionId, body)),
)

export const POST = handle(
  { action: 'watch.manage', params, body: CanaryAct },
  async ({ ctx, params, body }) =>
    Response.json(await actOnCanary(ctx, params.connectionId, body.act)),
)
