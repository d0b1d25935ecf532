import { handle } from '@/app/api/handle'
import { toSignIn } from '@/app/practice/to-sign-in'
import { forwardToPortal } from '@/lib/practice/forward-to-portal'

const forward = handle(
  { action: 'practice.use', bodyBytesMax: 262_144 },
  async ({ ctx, request }) => {
    const { pathname, search } = new URL(request.url)
    return forwardToPortal(ctx, {
      method: request.method === 'POST' ? 'POST' : 'GET',
      pathAndQuery: `${pathname}${search}`,
      contentType: request.headers.get('content-type'),
      body: request.method === 'POST' ? await request.text() : '',
    })
  },
)

export const GET = toSignIn(forward)
export const POST = toSignIn(forward)
