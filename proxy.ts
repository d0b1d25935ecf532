import { type NextRequest, NextResponse } from 'next/server'
import { pathHeader } from '@/lib/access/path-header'

/**
 * Tells the page being rendered its own address, which Next keeps from it, so that the sign-in
 * page can lead back there. It decides nothing: who may see a page is asked in the page.
 */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  headers.set(pathHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  return NextResponse.next({ request: { headers } })
}

export const config = { matcher: ['/((?!api/|_next/|practice|.*[.]).*)'] }
