import type { Failure } from '@/lib/diagnosis/failure'
import { askChallenge } from '@/lib/finops/challenge'
import type { ChallengeKind } from '@/lib/finops/classify-answer'
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
    const { failure, what } = challenge
    if (failure) return notFinops(scope, { failure, what }, facts)
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
  { failure, what }: Readonly<{ failure: Failure; what: ChallengeKind }>,
  facts: CheckOutcome['evidence'],
): CheckOutcome {
  if (speaksForItself(failure, what)) return { ...failedWith(scope, failure), evidence: facts }
  const type = failure.headers['content-type']?.split(';')[0]
  const answer = `${failure.status}${type ? ` with ${type}` : ''}`
  return { ...failedFinding(scope, { id: 'proof.not-finops', facts: { answer } }, facts), failure }
}

/**
 * Whether the answer alone tells what is wrong: silence, a page, a redirect, another sign-in, a
 * host that is known to be something else. Of any other only that it is not F&O's is certain.
 */
function speaksForItself({ status, headers }: Failure, what: ChallengeKind): boolean {
  if (status === null || status >= 500 || [401, 403, 407, 408, 429].includes(status)) return true
  if (status >= 300 && status < 400) return true
  const isPage = /\bhtml\b/i.test(headers['content-type'] ?? '')
  return isPage || what === 'dataverse' || what === 'business_central'
}
