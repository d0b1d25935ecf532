import { handle } from '@/app/api/handle'
import { auth } from '@/lib/access/auth'
import { forgetSessions } from '@/lib/access/recent-sessions'

export const GET = handle({ access: 'public' }, ({ request }) => auth().handler(request))

export const POST = handle({ access: 'public' }, async ({ request }) => {
  const response = await auth().handler(request)
  forgetSessions()
  return response
})
