import { FinopsRefusal, infolog } from '@/lib/sandbox/finops/http/answers'
import type { FinopsOptions } from '@/lib/sandbox/types'

const retryAfterSeconds = 5

const maintenancePage =
  '<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>Service unavailable</h1><p>This practice environment is being serviced. Try again later.</p></body></html>'

const signInPage =
  '<!DOCTYPE html><html><head><title>Sign in to your account (practice)</title></head><body><form method="post"><h1>Sign in</h1><input type="email" name="login"></form></body></html>'

/** Where a browser without a session is sent. */
export function toSignIn({ authorityOrigin, tenantId, host }: FinopsOptions): FinopsRefusal {
  const back = encodeURIComponent(`https://${host}/`)
  return new FinopsRefusal(302, '', {
    location: `${authorityOrigin}/${tenantId}/oauth2/authorize?response_type=id_token&redirect_uri=${back}`,
  })
}

/**
 * What a person broke for the whole environment: maintenance answers 503, the sign-in page takes
 * the place of everything (302 for callers without a bearer, the page itself with 200 for others).
 *
 * @throws {FinopsRefusal}
 */
export function failAsWhole(request: Request, options: FinopsOptions): void {
  const fault = options.state.fault(options.host)
  const html = { 'content-type': 'text/html; charset=utf-8' }
  if (fault === 'maintenance') throw new FinopsRefusal(503, maintenancePage, html)
  if (fault !== 'login_page') return
  if (!request.headers.has('authorization')) throw toSignIn(options)
  throw new FinopsRefusal(200, signInPage, html)
}

/**
 * What breaks only for callers that were let in: throttling.
 *
 * @throws {FinopsRefusal} 429
 */
export function failThrottled(options: FinopsOptions): void {
  if (options.state.fault(options.host) !== 'throttled') return
  throw new FinopsRefusal(429, 'Too many requests', {
    'content-type': 'text/plain; charset=utf-8',
    'retry-after': String(retryAfterSeconds),
  })
}

/** @throws {FinopsRefusal} 500 for every read of an entity */
export function failRead(options: FinopsOptions, dataEntity: string): void {
  if (options.state.fault(options.host) !== 'read_fails') return
  throw infolog(
    `Cannot select a record in ${dataEntity}. The SQL database has issued an error.`,
    'Microsoft.Dynamics.Ax.Xpp.ErrorException',
  )
}
