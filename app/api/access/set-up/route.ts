import { handle } from '@/app/api/handle'
import { setUp } from '@/lib/access/set-up'
import { signInWithPassword } from '@/lib/access/sign-in'
import { SetUpInput } from '@/lib/contract/access'

export const POST = handle(
  { action: 'public', body: SetUpInput },
  async ({ ctx, body, request }) => {
    const { email } = await setUp(ctx, body)
    // Whoever has just chosen a password is not asked for it again.
    return signInWithPassword(request.headers, { email, password: body.password })
  },
)
