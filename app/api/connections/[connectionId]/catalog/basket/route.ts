import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { describeBasket } from '@/lib/catalog/describe-basket'
import { BasketQuery } from '@/lib/contract/basket'
import { ConnectionId } from '@/lib/contract/ids'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle(
  { action: 'connection.read', params, query: BasketQuery },
  async ({ ctx, params, query }) => {
    const { name, type, text } = await describeBasket(ctx, params.connectionId, query)
    return new Response(text, {
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
    })
  },
)
