import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { catalogSearchJson } from '@/lib/catalog/catalog-status'
import { CatalogFileId } from '@/lib/contract/ids'

const params = z.object({ fileId: CatalogFileId })
const query = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'not the hash of a catalog') })

export const GET = handle(
  { action: 'connection.read', params, query },
  async ({ ctx, params, query }) => {
    const json = await catalogSearchJson(ctx, params.fileId, query.hash)
    return new Response(json, {
      headers: {
        'content-type': 'application/json',
        // The hash names the content, so what was read once stays right.
        'cache-control': 'private, max-age=86400, immutable',
      },
    })
  },
)
