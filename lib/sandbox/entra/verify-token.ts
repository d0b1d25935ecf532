import { errors, type JWTPayload, jwtVerify } from 'jose'
import { issuerOf } from '@/lib/sandbox/entra/mint-token'
import { findResource } from '@/lib/sandbox/entra/resources'
import type { SigningKey } from '@/lib/sandbox/entra/signing-key'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import type { TokenRefusal, VerifiedToken, VerifyToken } from '@/lib/sandbox/types'

/** The check that the practice environments and Graph run on a bearer. */
export function createVerifyToken(key: SigningKey, now: () => Date): VerifyToken {
  return async (bearer, resource) => {
    if (bearer === undefined || bearer === '') return { ok: false, reason: 'missing' }
    let payload: JWTPayload
    try {
      payload = await readPayload(bearer, key, now())
    } catch (error) {
      return { ok: false, reason: toRefusal(error) }
    }
    const isMeant = payload.aud === resource || payload.aud === findResource(resource)?.appId
    return isMeant ? toVerified(payload) : { ok: false, reason: 'wrong_audience' }
  }
}

async function readPayload(bearer: string, key: SigningKey, now: Date): Promise<JWTPayload> {
  const { payload } = await jwtVerify(bearer, key.publicKey, {
    algorithms: ['RS256'],
    issuer: issuerOf(homeTenant.tenantId),
    currentDate: now,
    requiredClaims: ['exp', 'appid', 'tid'],
  })
  return payload
}

function toVerified(payload: JWTPayload): VerifiedToken {
  return {
    ok: true,
    appId: String(payload.appid),
    tenantId: String(payload.tid),
    roles: Array.isArray(payload.roles) ? payload.roles.map(String) : [],
    objectId: typeof payload.oid === 'string' ? payload.oid : undefined,
    expiresAtUnix: payload.exp ?? 0,
  }
}

function toRefusal(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'nbf') return 'not_yet_valid'
    return error.claim === 'iss' ? 'wrong_issuer' : 'malformed'
  }
  return error instanceof errors.JWSSignatureVerificationFailed ? 'bad_signature' : 'malformed'
}
