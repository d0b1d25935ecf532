import { handle } from '@/app/api/handle'
import { auth } from '@/lib/access/auth'

export const GET = handle({ access: 'public' }, ({ request }) => auth().handler(request))
export const POST = handle({ access: 'public' }, ({ request }) => auth().handler(request))
