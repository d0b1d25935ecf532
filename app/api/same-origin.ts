import { env } from '@/lib/env/env'

/**
 * Whether a state-changing request was sent by our own pages, or by no page at all (a script has
 * neither header, and no cookie that a browser would add by itself).
 *
 * @see OWASP Cross-Site Request Forgery Prevention, "Fetch Metadata" and "Verifying Origin"
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  if (origin === null) return true
  if (!URL.canParse(origin)) return false
  const own = env().FIVESTEP_BASE_URL
  if (own !== undefined && origin === new URL(own).origin) return true
  return new URL(origin).host === headers.get('host')
}
