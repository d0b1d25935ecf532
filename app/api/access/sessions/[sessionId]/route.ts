import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { requireSignedIn } from '@/lib/access/session'
import { revokeSession } from '@/lib/access/sessions'
import { AccountId } from '@/lib/contract/ids'

const params = z.object({ sessionId: AccountId })

export const DELETE = handle(
  { action: 'account.use', params },
  async ({ ctx, params, request }) => {
    const { id } = await requireSignedIn(request.headers)
    await revokeSession(ctx, { userId: id, ...params })
    return new Response(null, { status: 204 })
  },
)
