import { FinopsRefusal, infolog } from '@/lib/sandbox/finops/http/answers'
import type { FinopsOptions } from '@/lib/sandbox/types'

const retryAfterSeconds = 5
const htmlType = { 'content-type': 'text/html; charset=utf-8' }
const jsonType = 'application/json; odata.metadata=minimal; charset=utf-8'

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

/** What stands in front of an environment speaks HTML, and says little. */
const gatewayPages = {
  maintenance: [503, maintenancePage],
  bad_gateway: [502, gatewayPage('502 Bad Gateway')],
  gateway_timeout: [504, gatewayPage('504 Gateway Time-out')],
  firewall: [403, gatewayPage('403 Forbidden')],
} as const

/**
 * What a person broke for the whole environment: a page of the gateway in front of it, or the
 * sign-in page in place of everything (302 for callers without a bearer, the page itself with 200
 * for others).
 *
 * @throws {FinopsRefusal}
 */
export function failAsWhole(request: Request, options: FinopsOptions): void {
  const fault = options.state.fault(options.host)
  if (fault === undefined) return
  if (fault in gatewayPages) {
    const [status, body] = gatewayPages[fault as keyof typeof gatewayPages]
    throw new FinopsRefusal(status, body, htmlType)
  }
  if (fault !== 'login_page') return
  if (!request.headers.has('authorization')) throw toSignIn(options)
  throw new FinopsRefusal(200, signInPage, htmlType)
}

/**
 * What breaks only for callers that were let in: throttling, and an answer that is no JSON.
 *
 * @throws {FinopsRefusal} 429, 200
 */
export function failAfterSignIn(options: FinopsOptions): void {
  const fault = options.state.fault(options.host)
  if (fault === 'garbage') {
    throw new FinopsRefusal(200, '{"@odata.context": "https://', { 'content-type': jsonType })
  }
  if (fault !== 'throttled') return
  throw new FinopsRefusal(429, 'Too many requests', {
    'content-type': 'text/plain; charset=utf-8',
    'retry-after': String(retryAfterSeconds),
  })
}

/** Whether the environment lists no entity set at all. */
export function listsNothing(options: FinopsOptions): boolean {
  return options.state.fault(options.host) === 'no_sets'
}

/** @throws {FinopsRefusal} 500 for every read of an entity */
export function failRead(options: FinopsOptions, dataEntity: string): void {
  if (options.state.fault(options.host) !== 'read_fails') return
  throw infolog(
    `Cannot select a record in ${dataEntity}. The SQL database has issued an error.`,
    'Microsoft.Dynamics.Ax.Xpp.ErrorException',
  )
}

function gatewayPage(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><hr><p>practice gateway</p></body></html>`
}
