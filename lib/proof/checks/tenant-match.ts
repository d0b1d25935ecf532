import { failedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The tenant that the environment names in its own challenge is the connection's. */
export async function checkTenantMatch(scope: CheckScope): Promise<CheckOutcome> {
  const named = scope.found.challenge?.tenantId?.toLowerCase() ?? null
  const typed = scope.subject.tenantId?.toLowerCase() ?? null
  const configured = scope.found.tenantGuid?.toLowerCase() ?? typed
  if (named === null || configured === null) {
    return skipped('The environment does not say which tenant it belongs to.')
  }
  const facts = evidence({ 'Named by the environment': named, 'Of this connection': configured })
  if (named === configured || named === typed) {
    return {
      verdict: 'passed',
      summary: 'The environment belongs to this tenant.',
      evidence: facts,
    }
  }
  if (!guid.test(named)) {
    return skipped(
      `The environment names its tenant ${named}, which cannot be compared with an id.`,
    )
  }
  return failedFinding(scope, { id: 'proof.tenant-differs' }, facts)
}

function skipped(summary: string): CheckOutcome {
  return { verdict: 'skipped', summary, evidence: [] }
}
