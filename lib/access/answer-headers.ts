import { env } from '@/lib/env/env'

/**
 * What the browser may run and load on a page: scripts that carry this page's `nonce` and what
 * those load, our own style sheets, fonts, pictures and workers, and nothing of anybody else's.
 *
 * Style attributes stay open (`style-src-attr`): grids and menus are placed by them, and the HTML
 * of the first byte holds some. A style attribute runs nothing and, with no foreign address to
 * load from, tells nobody anything.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function pagePolicy(nonce: string): string {
  const { NODE_ENV, FIVESTEP_BASE_URL } = env()
  // React's own tools rebuild the server's stack traces with `eval`, in development alone.
  const evaluate = NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(isBehindTls(FIVESTEP_BASE_URL) ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** For what is no page: data, files, problems. Opened as one all the same, nothing of it runs. */
export const dataPolicy =
  "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"

/**
 * Tells the browser to come by TLS only from now on, for two years, where that is how the app is
 * reached.
 *
 * @see RFC 6797
 */
export function addTransportPolicy(headers: Headers): void {
  if (isBehindTls(env().FIVESTEP_BASE_URL)) {
    headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  }
}

function isBehindTls(baseUrl: string | undefined): boolean {
  return baseUrl?.startsWith('https:') ?? false
}
