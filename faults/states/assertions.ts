import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import { type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'
import { type FaultState, failed } from '@/faults/state'
import { rewriting } from '@/faults/world/answers'
import type { Bench } from '@/faults/world/bench'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { loginOrigin } from '@/lib/sandbox/hosts'
import type { Certificate } from '@/lib/sandbox/state/state'
import { issueClientCertificate } from '@/lib/sandbox/tls/issue'

const hourMs = 3_600_000

type Made = Readonly<{ pem: string; keyPem: string; registered: Certificate }>
type Change = Readonly<{
  claims?: JWTPayload
  header?: Partial<JWTHeaderParameters>
  /** The certificate that the app knows; none where it is left out. */
  known?: (made: Made) => Certificate | undefined
}>

type Row = readonly [id: string, broken: string, rule: string, change: Change]

const known = ({ registered }: Made) => registered

/** A certificate in place of the secret, and what can be wrong with what it signs. */
const rows: readonly Row[] = [
  [
    'certificate-unknown',
    'The assertion is signed with a certificate that the app does not know',
    'entra.certificate-unknown',
    {},
  ],
  [
    'certificate-expired',
    'The certificate that signs the assertion has expired',
    'entra.certificate-unknown',
    { known: (made) => ({ ...made.registered, expiresAtMs: Date.now() - hourMs }) },
  ],
  [
    'assertion-out-of-time',
    'The assertion was made two hours ago, and its time is over',
    'entra.assertion-out-of-time',
    { known, claims: timesAround(Date.now() - 2 * hourMs) },
  ],
  [
    'assertion-other-app',
    'The assertion speaks for another app',
    'entra.assertion-other-app',
    { known, claims: { iss: randomUUID() } },
  ],
  [
    'assertion-other-audience',
    'The assertion is made out to somebody else',
    'entra.assertion-malformed',
    { known, claims: { aud: 'https://login.elsewhere.example/token' } },
  ],
  [
    'assertion-no-thumbprint',
    'The assertion does not say which certificate signed it',
    'entra.assertion-malformed',
    { known, header: { x5t: '' } },
  ],
]

export const assertionStates: readonly FaultState[] = [
  ...rows.map(
    ([id, broken, rule, change]): FaultState => ({
      id,
      broken,
      breakIt: async (bench) => {
        const assertion = await makeAssertion(bench, change)
        bench.intercept(presenting(bench, assertion))
        return {}
      },
      truth: failed('token', 'secret', rule),
    }),
  ),
  {
    id: 'assertion-no-token',
    broken: 'What is presented as an assertion is none',
    breakIt: (bench) => {
      bench.intercept(presenting(bench, 'not.an.assertion'))
      return {}
    },
    truth: failed('token', 'secret', 'entra.assertion-malformed'),
  },
]

/** The app's own credential becomes `assertion`; the question for the app stays as it was. */
function presenting({ app }: Bench, assertion: string) {
  return rewriting((form) => {
    if (form.get('client_secret') !== app.secret) return
    form.delete('client_secret')
    form.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    form.set('client_assertion', assertion)
  })
}

async function makeAssertion(bench: Bench, change: Change): Promise<string> {
  const made = await makeCertificate()
  const registered = change.known?.(made)
  if (registered) await bench.change((_draft, own) => void own.certificates.push(registered))
  const { clientId } = bench.app.app
  const x5t = Buffer.from(made.registered.thumbprint, 'hex').toString('base64url')
  const claims: JWTPayload = {
    iss: clientId,
    sub: clientId,
    aud: `${loginOrigin}/${homeTenant.tenantId}/oauth2/v2.0/token`,
    jti: randomUUID(),
    ...timesAround(Date.now()),
    ...change.claims,
  }
  return await new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', x5t, ...change.header })
    .sign(createPrivateKey(made.keyPem))
}

function timesAround(atMs: number): JWTPayload {
  const unix = Math.floor(atMs / 1000)
  return { nbf: unix, iat: unix, exp: unix + 600 }
}

async function makeCertificate(): Promise<Made> {
  const { certPem, keyPem } = await issueClientCertificate('CN=ODataIntegration', new Date())
  const x509 = new X509Certificate(certPem)
  const hex = (fingerprint: string) => fingerprint.replaceAll(':', '')
  const registered = {
    keyId: randomUUID(),
    subject: x509.subject,
    thumbprint: hex(x509.fingerprint),
    thumbprintSha256: hex(x509.fingerprint256),
    pem: certPem,
    startsAtMs: Date.parse(x509.validFrom),
    expiresAtMs: Date.parse(x509.validTo),
  }
  return { pem: certPem, keyPem, registered }
}
