import type { Environment } from '@/lib/finops/environment'
import { FinopsError } from '@/lib/finops/errors'
import { toFailure } from '@/lib/http/to-failure'

type Asked = Readonly<{ path: string; query?: string }>

/** The two services of an environment that are read. */
const roots = ['/data', '/metadata'] as const

/**
 * The address of `path`, which may not lead out of the environment's own two services however it
 * is written.
 *
 * @throws {FinopsError} `path_outside`.
 */
export function requestUrl(environment: Environment, { path, query }: Asked): string {
  const absolute = path.startsWith('/') ? path : `/data/${path}`
  const address = `${environment.origin}${absolute}`
  if (!URL.canParse(address)) throw outside(environment, address, 'path_outside')
  const url = new URL(address)
  if (url.search !== '' || url.hash !== '') throw outside(environment, address, 'path_outside')
  url.search = query ?? ''
  return inside(environment, url, 'path_outside')
}

/**
 * The address of a next link, absolute or relative to `/data/`, if it stays within the
 * environment: a token is never sent anywhere else.
 *
 * @throws {FinopsError} `next_link_elsewhere`.
 * @see OData JSON Format 4.01, control information nextLink
 */
export function nextLinkUrl(environment: Environment, nextLink: string): string {
  const base = `${environment.origin}/data/`
  if (!URL.canParse(nextLink, base)) throw outside(environment, nextLink, 'next_link_elsewhere')
  return inside(environment, new URL(nextLink, base), 'next_link_elsewhere')
}

type Refusal = 'path_outside' | 'next_link_elsewhere'

function inside(environment: Environment, url: URL, refusal: Refusal): string {
  const isWithin =
    url.origin === environment.origin &&
    url.username === '' &&
    url.password === '' &&
    roots.some((root) => url.pathname === root || url.pathname.startsWith(`${root}/`))
  if (!isWithin) throw outside(environment, url.href, refusal)
  return url.href
}

function outside({ now, origin }: Environment, url: string, refusal: Refusal): FinopsError {
  const message = `It leads out of ${origin}/data and ${origin}/metadata`
  const failure = toFailure({
    where: refusal === 'path_outside' ? 'fivestep' : 'environment',
    method: 'GET',
    url,
    at: now(),
    tookMs: 0,
    code: refusal === 'path_outside' ? 'egress_refused' : 'redirect_refused',
    message,
  })
  return new FinopsError(refusal, failure)
}
