import { type ClosedCredential, openCredential } from '@/lib/entra/credential'
import { type MintedToken, requestToken } from '@/lib/entra/request-token'
import { SharedMint } from '@/lib/entra/shared-mint'
import { processWide } from '@/lib/http/process-wide'

/** For what, and as whom, a token is asked. */
export type TokenRequest = Readonly<{
  /** Origin of the authority, without a trailing slash. */
  authorityOrigin: string
  /** GUID or verified domain. */
  tenantId: string
  clientId: string
  /** Origin of the environment, lower case, without a trailing slash. */
  resource: string
  credential: ClosedCredential
}>

export type AccessToken = Readonly<{
  value: string
  mintedAt: Date
  expiresAt: Date
  /** Unverified; empty where the token is opaque. */
  claims: Record<string, unknown>
  /** Whether this very call brought it; false for all others who waited for the same mint. */
  fresh: boolean
}>

type Kept = Readonly<{ token: MintedToken; credentialId: string }>
type Minting = Readonly<{ mint: SharedMint; credentialId: string }>

/** How long before its expiry a token is no longer handed out. */
const marginMs = 5 * 60_000

const shelf = () =>
  processWide('tokens', () => ({
    kept: new Map<string, Kept>(),
    minting: new Map<string, Minting>(),
  }))

/**
 * A token that lives at least five minutes more (half its life, if it has less than ten). However
 * many callers ask at once, the authority is asked once.
 *
 * `replaces` is a token that the environment refused: another one is minted, unless there is
 * already a newer one.
 *
 * @throws {TokenError}; {@link OutboundError} `cancelled`; what reading the credential throws.
 */
export async function getToken(
  request: TokenRequest,
  { signal, now, replaces }: Readonly<{ signal: AbortSignal; now: () => Date; replaces?: string }>,
): Promise<AccessToken> {
  const { kept, minting } = shelf()
  const key = keyOf(request)
  const token = kept.get(key)?.token
  if (token !== undefined && token.value !== replaces && isUsable(token, now())) {
    return { ...token, fresh: false }
  }
  const running = minting.get(key)?.mint
  const mint = running?.isOpen ? running : startMint(request, key, now)
  return await mint.join(signal)
}

/**
 * Mints a token whatever is kept, and keeps nothing: for checks.
 *
 * @throws {TokenError}; {@link OutboundError} `cancelled`; what reading the credential throws.
 */
export async function mintToken(
  request: TokenRequest,
  { signal, now = () => new Date() }: Readonly<{ signal: AbortSignal; now?: () => Date }>,
): Promise<AccessToken> {
  return { ...(await mintWith(request, signal, now)), fresh: true }
}

/** Forgets every token of a credential, also those that are on their way. */
export function forgetTokens(credentialId: string): void {
  for (const map of [shelf().kept, shelf().minting]) {
    for (const [key, entry] of map) if (entry.credentialId === credentialId) map.delete(key)
  }
}

function startMint(request: TokenRequest, key: string, now: () => Date): SharedMint {
  const { kept, minting } = shelf()
  const isCurrent = () => minting.get(key)?.mint === mint
  const mint: SharedMint = new SharedMint(new URL(request.authorityOrigin).host, async (signal) => {
    try {
      const token = await mintWith(request, signal, now)
      // Forgotten while it was on its way: its waiters get it, nobody after them.
      if (isCurrent()) kept.set(key, { token, credentialId: request.credential.id })
      return token
    } finally {
      if (isCurrent()) minting.delete(key)
    }
  })
  minting.set(key, { mint, credentialId: request.credential.id })
  return mint
}

async function mintWith(
  { credential, ...request }: TokenRequest,
  signal: AbortSignal,
  now: () => Date,
): Promise<MintedToken> {
  const opened = await openCredential(credential)
  return await requestToken({ ...request, credential: opened }, { signal, now })
}

function isUsable({ mintedAt, expiresAt }: MintedToken, at: Date): boolean {
  const lifeMs = expiresAt.getTime() - mintedAt.getTime()
  return expiresAt.getTime() - at.getTime() > Math.min(marginMs, lifeMs / 2)
}

function keyOf({
  authorityOrigin,
  tenantId,
  clientId,
  resource,
  credential,
}: TokenRequest): string {
  return JSON.stringify([authorityOrigin, tenantId, clientId, resource, credential.id])
}
