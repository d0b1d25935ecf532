const ownOrigin = 'http://own.invalid'

/**
 * Where to go after signing in: the path that `next` names, or the list of connections.
 *
 * Only a path of our own counts. `//host` and `/\host` are addresses of other sites to a browser,
 * and control characters are dropped by it before it reads them.
 */
export function safeNext(next: string | undefined, otherwise: string): string {
  if (!next?.startsWith('/')) return otherwise
  if (!URL.canParse(next, ownOrigin)) return otherwise
  const url = new URL(next, ownOrigin)
  if (url.origin !== ownOrigin) return otherwise
  // A pathname may itself begin with two slashes: `/.//host`.
  if (url.pathname.startsWith('//')) return otherwise
  return url.pathname + url.search + url.hash
}
