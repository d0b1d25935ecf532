import type { TokenRequest } from '@/lib/entra/get-token'
import type { ProofSubject } from '@/lib/proof/scope'

/** What a token is asked for with; undefined while something of it is not filled in. */
export function tokenRequestOf(subject: ProofSubject): TokenRequest | undefined {
  const { authorityOrigin, tenantId, clientId, credential, environmentUrl } = subject
  if (authorityOrigin === null || tenantId === null || clientId === null || credential === null) {
    return undefined
  }
  return { authorityOrigin, tenantId, clientId, resource: environmentUrl, credential }
}
