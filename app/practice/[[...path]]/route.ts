import { handle } from '@/app/api/handle'
import { readText } from '@/app/api/read-text'
import { toSignIn } from '@/app/practice/to-sign-in'
import { forwardToPortal } from '@/lib/practice/forward-to-portal'

const forward = handle({}, async ({ ctx, request }) => {
  const { pathname, search } = new URL(request.url)
  return forwardToPortal(ctx, {
    method: request.method === 'POST' ? 'POST' : 'GET',
    pathAndQuery: `${pathname}${search}`,
    contentType: request.headers.get('content-type'),
    body: request.method === 'POST' ? await readText(request, 262_144) : '',
  })
})

export const GET = toSignIn(forward)
export const POST = toSignIn(forward)
