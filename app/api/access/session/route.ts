import { handle } from '@/app/api/handle'
import { requireSignedIn } from '@/lib/access/session'

export const GET = handle({}, async ({ request }) =>
  Response.json({ user: await requireSignedIn(request.headers) }),
)
