/**
 * True when a POST comes from a page of this very site, or from no browser at all.
 *
 * Browsers say where a request comes from in `Sec-Fetch-Site` or `Origin`; a program sends neither
 * and carries no one's session. Behind the app's proxy the host that the browser sees is in
 * `X-Forwarded-Host`, which a form on another site cannot set.
 *
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function isOwnPost(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  return host !== null && hostOf(origin) === host.split(',')[0]?.trim().toLowerCase()
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    // `null` and the like: a sandboxed frame, a data: page. Nobody of ours.
    return undefined
  }
}
