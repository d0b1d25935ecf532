import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { putCredential } from '@/lib/connections/put-credential'
import { PutCredentialInput } from '@/lib/contract/connection'
import { ConnectionId } from '@/lib/contract/ids'

const params = z.object({ connectionId: ConnectionId })

export const PUT = handle(
  { action: 'connection.manage', params, body: PutCredentialInput },
  async ({ ctx, params, body }) =>
    Response.json(await putCredential(ctx, params.connectionId, body)),
)
