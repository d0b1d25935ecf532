import { failedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'
import { parseEnvironmentUrl } from '@/lib/steps/environment-url'

/** The address parses, and is not known to be something other than F&O. */
export async function checkAddress(scope: CheckScope): Promise<CheckOutcome> {
  const parsed = parseEnvironmentUrl(scope.subject.environmentUrl)
  if (!parsed.ok) {
    const { reason, hint } = parsed
    return failedFinding(scope, { id: 'proof.address-unusable', facts: { reason, hint } })
  }
  const { url, host, kind, cloud, suggestedName, notes } = parsed
  return {
    verdict: 'passed',
    summary: `${url} reads as an environment.`,
    evidence: evidence({ Host: host, Kind: kind, Note: notes.join(' ') }),
    found: { environmentUrl: url, cloud, suggestedName },
  }
}
