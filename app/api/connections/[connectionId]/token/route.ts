import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ConnectionId } from '@/lib/contract/ids'
import { tokenStatus } from '@/lib/proof/token-status'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) =>
  Response.json(await tokenStatus(ctx, params.connectionId)),
)
