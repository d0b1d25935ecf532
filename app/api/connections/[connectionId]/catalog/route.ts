import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ndjson } from '@/app/api/ndjson'
import { catalogStatus } from '@/lib/catalog/catalog-status'
import { requireReadable } from '@/lib/catalog/open-connection'
import { refreshCatalog } from '@/lib/catalog/refresh-catalog'
import { ConnectionId } from '@/lib/contract/ids'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) =>
  Response.json(await catalogStatus(ctx, params.connectionId)),
)

export const POST = handle({ action: 'connection.prove', params }, async ({ ctx, params }) => {
  // Asked before the stream begins, so that a refusal is a problem and not a broken stream.
  await requireReadable(ctx, params.connectionId)
  return ndjson(refreshCatalog(ctx, params.connectionId))
})
