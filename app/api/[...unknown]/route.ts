import { handle } from '@/app/api/handle'
import { RequestError } from '@/app/api/problems'

/** Says that there is no such address in the API's own words; Next would answer with a page. */
const unknown = handle({ action: 'public' }, async ({ request }) => {
  const { pathname } = new URL(request.url)
  throw new RequestError(`The API has no ${pathname}.`, { code: 'not_found' })
})

export const GET = unknown
export const POST = unknown
export const PUT = unknown
export const PATCH = unknown
export const DELETE = unknown
