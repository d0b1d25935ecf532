import { handle } from '@/app/api/handle'
import { join } from '@/lib/access/invitations'
import { signInWithPassword } from '@/lib/access/sign-in'
import { JoinInput } from '@/lib/contract/members'

export const POST = handle(
  { action: 'public', body: JoinInput },
  async ({ ctx, body, request }) => {
    await join(ctx, body)
    // Whoever has just chosen a password is not asked for it again.
    return signInWithPassword(request.headers, { email: body.email, password: body.password })
  },
)
