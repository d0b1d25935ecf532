import { failedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

/** The token names an object id, so the app has a service principal in the tenant. */
export async function checkServicePrincipal(scope: CheckScope): Promise<CheckOutcome> {
  const objectId = scope.found.token?.claims.oid
  if (typeof objectId !== 'string' || objectId === '') {
    return failedFinding(scope, { id: 'proof.claim-oid' })
  }
  return {
    verdict: 'passed',
    summary: 'The app has a service principal in the tenant.',
    evidence: evidence({ 'Object id (oid)': objectId }),
  }
}
