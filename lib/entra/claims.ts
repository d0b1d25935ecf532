import { decodeJwt } from 'jose'

/**
 * The claims that a token carries, unverified: they are shown and compared, and the environment
 * decides. Empty for a token that is no readable JWT; an access token may be opaque to its bearer.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export function decodeClaims(jwt: string): Record<string, unknown> {
  try {
    return { ...decodeJwt(jwt) }
  } catch {
    // Opaque or encrypted: nothing to read, and nothing wrong with it.
    return {}
  }
}
