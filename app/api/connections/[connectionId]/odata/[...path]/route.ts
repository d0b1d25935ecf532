import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { touchedEntitySets } from '@/lib/access/touched-entity-sets'
import { readODataPath } from '@/lib/catalog/read-odata'
import { ConnectionId } from '@/lib/contract/ids'

const params = z.object({ connectionId: ConnectionId, path: z.array(z.string()).min(1) })

/** Headers of F&O's answer that a caller needs; everything else is the server's own business. */
const passedOn = [
  'content-type',
  'odata-version',
  'etag',
  'ms-dyn-aid',
  'x-ms-request-id',
  'request-id',
  'server-timing',
]

export const GET = handle(
  {
    action: 'data.read',
    params,
    entitySets: ({ params, request }) =>
      touchedEntitySets(params.path, new URL(request.url).search),
  },
  async ({ ctx, params, request }) => {
    const answer = await readODataPath(ctx, params.connectionId, {
      path: params.path,
      query: new URL(request.url).search,
      headers: Object.fromEntries(request.headers),
    })
    const headers = new Headers()
    for (const name of passedOn) {
      const value = answer.headers[name]
      if (value !== undefined) headers.set(name, value)
    }
    return new Response(answer.body, { status: answer.status, headers })
  },
)
