import { handle } from '@/app/api/handle'
import { createConnection } from '@/lib/connections/create-connection'
import { listConnections } from '@/lib/connections/list-connections'
import { CreateConnectionInput } from '@/lib/contract/connection'

export const GET = handle({ action: 'connection.read' }, async ({ ctx }) =>
  Response.json({ connections: await listConnections(ctx) }),
)

export const POST = handle(
  { action: 'connection.manage', body: CreateConnectionInput },
  async ({ ctx, body }) => {
    const connection = await createConnection(ctx, body)
    const headers = { location: `/api/connections/${connection.id}` }
    return Response.json(connection, { status: 201, headers })
  },
)
