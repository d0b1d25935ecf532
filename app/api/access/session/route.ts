import { handle } from '@/app/api/handle'
import { requireSignedIn } from '@/lib/access/session'

export const GET = handle({ action: 'account.use' }, async ({ request }) => {
  const { id, name, email, rights } = await requireSignedIn(request.headers)
  return Response.json({ user: { id, name, email }, role: rights.role })
})
