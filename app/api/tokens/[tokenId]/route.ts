import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { revokeToken } from '@/lib/access/tokens'
import { TokenId } from '@/lib/contract/ids'

const params = z.object({ tokenId: TokenId })

export const DELETE = handle({ action: 'tokens.manage', params }, async ({ ctx, params }) => {
  await revokeToken(ctx, params.tokenId)
  return new Response(null, { status: 204 })
})
