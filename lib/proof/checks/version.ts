import { readEnvironmentVersion } from '@/lib/finops/environment-version'
import { FinopsError } from '@/lib/finops/errors'
import { environmentOf } from '@/lib/proof/environment-of'
import { orFailed } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

/** Short: the version is told for later, and nothing depends on it. */
const waitMsMax = 2_000

/** Which version answers: what support asks first, and what an update changes. */
export async function checkVersion(scope: CheckScope): Promise<CheckOutcome> {
  const { signal } = scope
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, async () => {
    try {
      const version = await readEnvironmentVersion(environmentOf(scope), { signal, waitMsMax })
      const facts = evidence({
        Application: version.application,
        'Application build': version.applicationBuild,
        'Platform build': version.platformBuild,
      })
      return {
        verdict: 'passed',
        summary: `Version ${version.application} answers.`,
        evidence: facts,
      }
    } catch (error) {
      if (!(error instanceof FinopsError) || isBroken(error)) throw error
      return {
        verdict: 'skipped',
        summary: 'Cannot tell which version runs: the environment does not say it to this user.',
        evidence: evidence({ Answer: error.failure.status }),
      }
    }
  })
}

/** No answer, or one that takes the trust back; any other only says that this is not told. */
function isBroken({ failure }: FinopsError): boolean {
  return failure.status === null || failure.status === 401
}
