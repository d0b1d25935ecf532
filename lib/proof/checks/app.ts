import { askApp } from '@/lib/entra/ask-app'
import { failedFinding, orFailed } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

/** Entra knows the app in this tenant: asked with a deliberately wrong secret. */
export async function checkApp(scope: CheckScope): Promise<CheckOutcome> {
  const { authorityOrigin, tenantId, clientId, environmentUrl } = scope.subject
  if (clientId === null) return failedFinding(scope, { id: 'proof.missing-client' })
  if (authorityOrigin === null || tenantId === null) {
    return failedFinding(scope, { id: 'proof.missing-tenant' })
  }
  return orFailed(scope, { where: 'authority', url: authorityOrigin }, async () => {
    await askApp({
      authorityOrigin,
      tenantId,
      clientId,
      resource: environmentUrl,
      signal: scope.signal,
    })
    return {
      verdict: 'passed',
      summary: 'Entra knows the app in this tenant.',
      evidence: evidence({
        'Client id': clientId,
        'How it was asked': 'A token was asked for with a deliberately wrong secret.',
      }),
    }
  })
}
