import { TokenError } from '@/lib/entra/errors'
import { type AccessToken, getToken, type TokenRequest } from '@/lib/entra/get-token'
import { failedFinding, orFailed } from '@/lib/proof/failed-by'
import { notFilledIn } from '@/lib/proof/findings-setup'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'
import { tokenRequestOf } from '@/lib/proof/token-request'

/**
 * Entra mints a token now: one from the cache proves nothing of the secret. The new one takes the
 * place of the cached one, so that what comes after works with what was proven.
 */
export async function checkToken(scope: CheckScope): Promise<CheckOutcome> {
  const request = tokenRequestOf(scope.subject)
  if (!request) return failedFinding(scope, notFilledIn('secret'))
  return orFailed(scope, { where: 'authority', url: request.authorityOrigin }, async () => {
    const token = await mint(scope, request)
    const lifeMinutes = Math.round((token.expiresAt.getTime() - token.mintedAt.getTime()) / 60_000)
    return {
      verdict: 'passed',
      summary: `Entra accepted the secret and gave a token for ${lifeMinutes} minutes.`,
      evidence: evidence({
        'Minted at': token.mintedAt.toISOString(),
        'Expires at': token.expiresAt.toISOString(),
        Resource: request.resource,
      }),
      found: { token },
    }
  })
}

async function mint(scope: CheckScope, request: TokenRequest): Promise<AccessToken> {
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
