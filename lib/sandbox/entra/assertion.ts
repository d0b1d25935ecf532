import { X509Certificate } from 'node:crypto'
import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose'
import { refusals, refuseWith } from '@/lib/sandbox/entra/refusals'
import type { App, Certificate } from '@/lib/sandbox/state/state'

export type AssertionContext = Readonly<{
  app: App
  clientId: string
  now: Date
  /** Audiences that count, without a port: the token endpoints and issuers of this tenant. */
  audiences: readonly string[]
}>

/** Clocks may differ this much. */
const skewSeconds = 300

/**
 * Checks a client assertion: form, whose it is, certificate, signature, times and audience.
 *
 * @throws {EntraRefusal} 50027, 5002738, 5002723, 90014, 700021, 700027, 700024.
 * @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function checkAssertion(jwt: string, context: AssertionContext): Promise<void> {
  const { header, claims } = decode(jwt)
  const algorithm = header.alg ?? 'none'
  if (!['RS256', 'PS256'].includes(algorithm)) refuseWith(refusals.assertionAlgorithm(algorithm))

  const owner = claims.iss ?? refuseWith(refusals.fieldMissing('iss'))
  const audience = claims.aud ?? refuseWith(refusals.fieldMissing('aud'))
  if (owner.toLowerCase() !== context.clientId.toLowerCase()) {
    refuseWith(refusals.assertionOtherApp())
  }
  const certificate = requireCertificate(header, context)
  await checkSignature(jwt, certificate)
  checkTimes(claims, context.now)
  const named = [audience].flat().map((value) => value.replace(/:\d+(?=\/|$)/, '').toLowerCase())
  if (!named.some((value) => context.audiences.includes(value))) {
    refuseWith(refusals.assertionMalformed())
  }
}

type Header = ReturnType<typeof decodeProtectedHeader>
type Claims = ReturnType<typeof decodeJwt>

function decode(jwt: string): Readonly<{ header: Header; claims: Claims }> {
  try {
    const claims = decodeJwt(jwt)
    if (claims.iss !== undefined && typeof claims.iss !== 'string') throw new TypeError('iss')
    return { header: decodeProtectedHeader(jwt), claims }
  } catch {
    // Anything can stand there; whatever jose finds wrong with it, Entra calls malformed.
    return refuseWith(refusals.assertionMalformed())
  }
}

function requireCertificate(header: Header, context: AssertionContext): Certificate {
  const sha1 = toHex(header.x5t)
  const sha256 = toHex(header['x5t#S256'])
  const keyId = typeof header.kid === 'string' ? header.kid.toUpperCase() : undefined
  const asked = sha1 ?? sha256 ?? keyId ?? refuseWith(refusals.assertionThumbprintMissing())
  const certificate = context.app.certificates.find((known) =>
    [known.thumbprint, known.thumbprintSha256].includes(asked),
  )
  if (!certificate) refuseWith(refusals.certificateUnknown(asked, context.clientId))
  if (certificate.expiresAtMs <= context.now.getTime()) {
    refuseWith(refusals.certificateExpired(asked))
  }
  return certificate
}

async function checkSignature(jwt: string, certificate: Certificate): Promise<void> {
  try {
    await compactVerify(jwt, new X509Certificate(certificate.pem).publicKey)
  } catch {
    // A signature that does not verify is the answer, whatever broke in it.
    refuseWith(refusals.signatureWrong(certificate.thumbprint))
  }
}

function checkTimes(claims: Claims, now: Date): void {
  const nowUnix = now.getTime() / 1000
  const from = typeof claims.nbf === 'number' ? claims.nbf : nowUnix
  const until = typeof claims.exp === 'number' ? claims.exp : 0
  if (from - skewSeconds <= nowUnix && nowUnix < until + skewSeconds) return
  refuseWith(
    refusals.assertionTime({
      now: now.toISOString(),
      from: toIso(from),
      until: toIso(until),
    }),
  )
}

/** Times come from the client, so they may be beyond what a date can hold. */
function toIso(unix: number): string {
  const date = new Date(unix * 1000)
  return Number.isNaN(date.getTime()) ? String(unix) : date.toISOString()
}

function toHex(base64url: unknown): string | undefined {
  if (typeof base64url !== 'string' || base64url === '') return undefined
  return Buffer.from(base64url, 'base64url').toString('hex').toUpperCase()
}
