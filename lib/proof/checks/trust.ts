import { FinopsError } from '@/lib/finops/errors'
import { environmentOf } from '@/lib/proof/environment-of'
import { orFailed } from '@/lib/proof/failed-by'
import type { CheckOutcome } from '@/lib/proof/outcome'
import { isLetIn, readRows } from '@/lib/proof/read-finops'
import type { CheckScope } from '@/lib/proof/scope'

/**
 * F&O accepts the token. Refusing one entity, not having it or failing at it is acceptance too: it
 * knew who asked.
 */
export async function checkTrust(scope: CheckScope): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, async () => {
    const environment = environmentOf(scope)
    const status = await statusOfARead({ ...scope, found: { ...scope.found, environment } })
    return {
      verdict: 'passed',
      summary: 'Finance & Operations accepts the token.',
      evidence: [
        { label: 'Asked', value: 'SystemUsers' },
        { label: 'Answer', value: String(status) },
      ],
      found: { environment },
    }
  })
}

async function statusOfARead(scope: CheckScope): Promise<number | null> {
  try {
    await readRows(scope, { path: 'SystemUsers', query: { $top: '1', $select: 'UserID' } })
    return 200
  } catch (error) {
    if (error instanceof FinopsError && isLetIn(error.failure)) return error.failure.status
    throw error
  }
}
