import { randomBytes } from 'node:crypto'
import { SignJWT } from 'jose'
import { hasPropagated } from '@/lib/sandbox/entra/propagation'
import { findPermission, type Resource } from '@/lib/sandbox/entra/resources'
import type { SigningKey } from '@/lib/sandbox/entra/signing-key'
import type { Tenant } from '@/lib/sandbox/entra/tenants'
import { stsOrigin } from '@/lib/sandbox/hosts'
import type { App, Delays } from '@/lib/sandbox/state/state'

/** Seconds that a token lives from the moment it is handed out. */
export const tokenLifeSeconds = 3599

/** Entra back-dates tokens, so that a receiver whose clock is slow takes them. */
const backdatedSeconds = 300

export type MintOptions = Readonly<{
  app: App
  tenant: Tenant
  resource: Resource
  /** The audience, exactly as it was asked for. */
  audience: string
  proof: 'secret' | 'assertion'
  delays: Delays
  now: Date
  key: SigningKey
}>

/** A minted token, and the seconds since 1970 between which it holds. */
export type Minted = Readonly<{ jwt: string; notBeforeUnix: number; expiresAtUnix: number }>

/** Issuer of v1.0 tokens of `tenant`. */
export function issuerOf(tenantId: string): string {
  return `${stsOrigin}/${tenantId}/`
}

/**
 * Signs an app-only v1.0 access token, the kind that F&O and Graph are given.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export async function mintToken(options: MintOptions): Promise<Minted> {
  const nowUnix = Math.floor(options.now.getTime() / 1000)
  const notBeforeUnix = nowUnix - backdatedSeconds
  const expiresAtUnix = nowUnix + tokenLifeSeconds + 1
  const jwt = await new SignJWT(claimsOf(options))
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', x5t: options.key.kid, kid: options.key.kid })
    .setAudience(options.audience)
    .setIssuer(issuerOf(options.tenant.tenantId))
    .setIssuedAt(notBeforeUnix)
    .setNotBefore(notBeforeUnix)
    .setExpirationTime(expiresAtUnix)
    .sign(options.key.privateKey)
  return { jwt, notBeforeUnix, expiresAtUnix }
}

function claimsOf(options: MintOptions): Record<string, unknown> {
  const { app, tenant } = options
  const principal = app.servicePrincipalId
  const roles = rolesOf(options)
  return {
    aio: `k2RgY${randomBytes(24).toString('base64').replace(/[+/=]/g, 'A')}=`,
    appid: app.clientId,
    appidacr: options.proof === 'secret' ? '1' : '2',
    idp: issuerOf(tenant.tenantId),
    ...(principal === null ? {} : { oid: principal }),
    rh: `1.A${randomBytes(48).toString('base64url')}.`,
    ...(roles.length === 0 ? {} : { roles }),
    sub: principal ?? app.clientId,
    tid: tenant.tenantId,
    uti: randomBytes(16).toString('base64url'),
    ver: '1.0',
  }
}

/** Application permissions on the resource that are consented to; delegated ones never show. */
function rolesOf({ app, resource, delays, now }: MintOptions): string[] {
  if (app.servicePrincipalId === null) return []
  return app.grants
    .filter((grant) => grant.kind === 'Role' && grant.resourceAppId === resource.appId)
    .filter((grant) => hasPropagated(grant.createdAtMs, 'consent', { delays, now }))
    .flatMap((grant) => findPermission(resource.appId, grant.id)?.value ?? [])
}
