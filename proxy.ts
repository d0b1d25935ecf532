import { type NextRequest, NextResponse } from 'next/server'
import { addTransportPolicy, pagePolicy } from '@/lib/access/answer-headers'
import { pathHeader } from '@/lib/access/path-header'

/**
 * Gives every page its content policy with a nonce of its own, which Next puts on the scripts that
 * it writes, and tells the page being rendered its own address, which Next keeps from it, so that
 * the sign-in page can lead back there. It decides nothing: who may see a page is asked in the page.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = pagePolicy(Buffer.from(crypto.randomUUID()).toString('base64'))
  const headers = new Headers(request.headers)
  headers.set(pathHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  addTransportPolicy(response.headers)
  return response
}

/**
 * Everything but what `app/api/handle.ts` answers, which sets its own policy and whose bodies Next
 * would otherwise copy, and the files of the build.
 */
export const config = {
  matcher: ['/((?!api/|practice/|practice$|_next/static/|icon[.]svg$).*)'],
}
