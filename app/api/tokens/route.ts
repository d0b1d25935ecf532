import { handle } from '@/app/api/handle'
import { listTokens, makeToken } from '@/lib/access/tokens'
import { MakeTokenInput } from '@/lib/contract/api-token'

export const GET = handle({ action: 'tokens.manage' }, async ({ ctx }) =>
  Response.json({ tokens: await listTokens(ctx) }),
)

export const POST = handle(
  { action: 'tokens.manage', body: MakeTokenInput },
  async ({ ctx, body }) => Response.json(await makeToken(ctx, body), { status: 201 }),
)
