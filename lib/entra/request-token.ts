import { randomUUID, X509Certificate } from 'node:crypto'
import { ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node'
import { z } from 'zod'
import { decodeClaims } from '@/lib/entra/claims'
import { type OpenCredential, secretsOf } from '@/lib/entra/credential'
import { type TokenError, toTokenError } from '@/lib/entra/errors'
import { MsalNetwork } from '@/lib/entra/msal-network'
import { cancelled } from '@/lib/http/outbound-error'
import { toFailure } from '@/lib/http/to-failure'

/** What one token is asked for with. */
export type TokenParameters = Readonly<{
  authorityOrigin: string
  tenantId: string
  clientId: string
  resource: string
  credential: OpenCredential
}>

export type MintedToken = Readonly<{
  value: string
  mintedAt: Date
  expiresAt: Date
  claims: Record<string, unknown>
}>

/** v2.0 answers a number, v1 a string. */
const TokenAnswer = z.object({ expires_in: z.coerce.number().positive() })

/**
 * Asks the authority for one token by client credentials: MSAL over our own HTTP client, with
 * nothing kept in MSAL's caches. The authority is named to MSAL as known, so that it asks no
 * other host about it.
 *
 * @throws {TokenError} with the evidence; {@link OutboundError} `cancelled`.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export async function requestToken(
  parameters: TokenParameters,
  { signal, now }: Readonly<{ signal: AbortSignal; now: () => Date }>,
): Promise<MintedToken> {
  const { authorityOrigin, tenantId, clientId, resource, credential } = parameters
  const mintedAt = now()
  const network = new MsalNetwork(signal, now)
  const correlationId = randomUUID()
  try {
    const msal = new ConfidentialClientApplication({
      auth: {
        clientId,
        ...toAuth(credential),
        authority: `${authorityOrigin}/${encodeURIComponent(tenantId)}`,
        knownAuthorities: [new URL(authorityOrigin).host],
      },
      system: { networkClient: network },
    })
    const result = await msal.acquireTokenByClientCredential({
      scopes: [`${resource}/.default`],
      skipCache: true,
      correlationId,
    })
    const { expires_in } = TokenAnswer.parse(JSON.parse(network.last?.answer?.body ?? ''))
    const value = z.string().min(1).parse(result?.accessToken)
    const expiresAt = new Date(mintedAt.getTime() + expires_in * 1000)
    return { value, mintedAt, expiresAt, claims: decodeClaims(value) }
  } catch (error) {
    if (signal.aborted) throw cancelled(new URL(authorityOrigin).host, 'request', signal.reason)
    throw explained(error, { network, parameters, at: mintedAt, correlationId })
  }
}

/**
 * MSAL's form of a credential. A certificate is named by its SHA-256 thumbprint, and sent along, so
 * that an app which trusts an issuer and a name takes it too.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
function toAuth(credential: OpenCredential): Partial<NodeAuthOptions> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret }
  if (credential.kind === 'federated') return { clientAssertion: async () => credential.assertion }
  const { certificate, privateKey } = credential
  const thumbprintSha256 = new X509Certificate(certificate).fingerprint256.replaceAll(':', '')
  return { clientCertificate: { thumbprintSha256, privateKey, x5c: certificate } }
}

type Mint = Readonly<{
  network: MsalNetwork
  parameters: TokenParameters
  at: Date
  correlationId: string
}>

function explained(error: unknown, { network, parameters, at, correlationId }: Mint): TokenError {
  const { last } = network
  const isAnswered = last?.answer !== undefined && last.answer.status >= 400
  const failure = toFailure({
    where: 'authority',
    method: last?.method ?? 'POST',
    url: last?.url ?? `${parameters.authorityOrigin}/${parameters.tenantId}/oauth2/v2.0/token`,
    at: last?.at ?? at,
    tookMs: last?.tookMs ?? 0,
    answer: last?.answer,
    // An answer with an error in it says more than what MSAL or a parser made of it.
    error: isAnswered ? undefined : (last?.error ?? error),
    code: last?.answer !== undefined && !isAnswered ? 'answer_malformed' : undefined,
    clientRequestId: correlationId,
    secrets: secretsOf(parameters.credential),
  })
  return toTokenError(failure, error)
}
