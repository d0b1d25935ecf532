import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { RequestError } from '@/app/api/problems'
import { auth } from '@/lib/access/auth'
import { forgetSessions } from '@/lib/access/recent-sessions'
import { signIn } from '@/lib/access/sign-in'

/** What the sign-in library offers and this product uses; it offers much more. */
const params = z.object({ path: z.array(z.string()) })
const offered = ['sign-in/email', 'sign-out', 'change-password']

export const POST = handle({ action: 'public', params }, async ({ ctx, params, request }) => {
  const path = params.path.join('/')
  if (!offered.includes(path)) {
    throw new RequestError('There is no such way to sign in.', { code: 'not_found' })
  }
  const response =
    path === 'sign-in/email' ? await signIn(ctx, request) : await auth().handler(request)
  forgetSessions()
  return response
})
