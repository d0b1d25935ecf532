import { TokenError } from '@/lib/entra/errors'
import { type AccessToken, getToken, type TokenRequest } from '@/lib/entra/get-token'
import type { CheckScope } from '@/lib/proof/scope'

/**
 * A token that Entra minted just now: one from the cache proves nothing of the secret and holds
 * the roles of its own time. It takes the place of the cached one, so that what comes after works
 * with what was proven.
 *
 * @throws {TokenError}
 */
export async function mintAnew(scope: CheckScope, request: TokenRequest): Promise<AccessToken> {
  const { signal, now, keeper } = scope
  try {
    const first = await getToken(request, { signal, now })
    const token = first.fresh
      ? first
      : await getToken(request, { signal, now, replaces: first.value })
    await keeper.onMint(token)
    return token
  } catch (error) {
    if (error instanceof TokenError) await keeper.onMintFailed(error)
    throw error
  }
}
