import { failedFinding, orFailed } from '@/lib/proof/failed-by'
import { mintAnew } from '@/lib/proof/mint-anew'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'
import { tokenRequestOf } from '@/lib/proof/token-request'

const credentialWords = {
  secret: 'secret',
  certificate: 'certificate',
  federated: 'federated identity',
} as const

/** Entra accepts the credential and mints a token. */
export async function checkToken(scope: CheckScope): Promise<CheckOutcome> {
  const request = tokenRequestOf(scope.subject)
  if (!request) return failedFinding(scope, { id: 'proof.missing-secret' })
  return orFailed(scope, { where: 'authority', url: request.authorityOrigin }, async () => {
    const token = await mintAnew(scope, request)
    const lifeMinutes = Math.round((token.expiresAt.getTime() - token.mintedAt.getTime()) / 60_000)
    return {
      verdict: 'passed',
      summary: `Entra accepted the ${credentialWords[request.credential.kind]} and gave a token for ${lifeMinutes} minutes.`,
      evidence: evidence({
        'Minted at': token.mintedAt.toISOString(),
        'Expires at': token.expiresAt.toISOString(),
        Resource: request.resource,
      }),
      found: { token },
    }
  })
}
