import { askChallenge, type Challenge } from '@/lib/finops/challenge'
import { failedFinding, failedWith, orFailed } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

/** The host answers as F&O answers a caller without a token: 401, with a challenge. */
export async function checkFinops(scope: CheckScope): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, async () => {
    const challenge = await askChallenge(url, { signal: scope.signal })
    const facts = evidence({
      Answer: challenge.status,
      'Tenant named': challenge.tenantId,
      Authority: challenge.authorityOrigin,
    })
    if (!challenge.isFinops) return notFinops(scope, challenge, facts)
    const summary = challenge.tenantId
      ? `It is Finance & Operations, of tenant ${challenge.tenantId}.`
      : 'It is Finance & Operations; it does not name its tenant.'
    return {
      verdict: 'passed',
      summary,
      evidence: facts,
      found: { challenge, challengedAt: scope.now() },
    }
  })
}

function notFinops(
  scope: CheckScope,
  challenge: Challenge,
  facts: CheckOutcome['evidence'],
): CheckOutcome {
  if (challenge.failure) {
    // An answer came, and where it leads says more than that it was not followed.
    const failure =
      challenge.status === null ? challenge.failure : { ...challenge.failure, code: null }
    return { ...failedWith(scope, failure), evidence: facts }
  }
  const answer = challenge.what.replaceAll('_', ' ')
  return failedFinding(scope, { id: 'proof.not-finops', facts: { answer } }, facts)
}
