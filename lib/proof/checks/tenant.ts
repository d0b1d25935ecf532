import { askTenant } from '@/lib/entra/ask-tenant'
import { failedFinding, orFailed } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

/** The sign-in authority answers, and knows the tenant. */
export async function checkTenant(scope: CheckScope): Promise<CheckOutcome> {
  const { authorityOrigin, tenantId } = scope.subject
  if (authorityOrigin === null) return failedFinding(scope, { id: 'proof.missing-authority' })
  if (tenantId === null) return failedFinding(scope, { id: 'proof.missing-tenant' })
  return orFailed(scope, { where: 'authority', url: authorityOrigin }, async () => {
    const tenant = await askTenant({
      authorityOrigin,
      tenantId,
      signal: scope.signal,
      now: scope.now,
    })
    return {
      verdict: 'passed',
      summary: `${new URL(authorityOrigin).hostname} knows the tenant.`,
      evidence: evidence({
        Authority: authorityOrigin,
        'Tenant id': tenant.tenantId,
        Issuer: tenant.issuer,
      }),
      found: {
        ...(tenant.tenantId && { tenantGuid: tenant.tenantId }),
        ...(tenant.clock && { authorityClock: tenant.clock }),
      },
    }
  })
}
