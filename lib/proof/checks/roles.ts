import type { AccessToken } from '@/lib/entra/get-token'
import { orFailed, warnedFinding } from '@/lib/proof/failed-by'
import { mintAnew } from '@/lib/proof/mint-anew'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'
import { tokenRequestOf } from '@/lib/proof/token-request'

/**
 * Which application permissions the token carries. Having none is no failure: F&O itself decides,
 * in step 5.
 */
export async function checkRoles(scope: CheckScope): Promise<CheckOutcome> {
  const request = tokenRequestOf(scope.subject)
  if (scope.tries === 1 || !request) return judgeRoles(scope, scope.found.token)
  // The roles of the token at hand are those of its mint; a later consent shows in a new one only.
  return orFailed(scope, { where: 'authority', url: request.authorityOrigin }, async () =>
    judgeRoles(scope, await mintAnew(scope, request)),
  )
}

function judgeRoles(scope: CheckScope, token: AccessToken | undefined): CheckOutcome {
  const claim = token?.claims.roles
  const roles = Array.isArray(claim) ? claim.map(String) : []
  const facts = evidence({ Roles: roles.join(', ') || 'none' })
  const found = token ? { token } : {}
  if (roles.length > 0) {
    const summary = `The token carries ${roles.join(', ')}.`
    return { verdict: 'passed', summary, evidence: facts, found }
  }
  return warnedFinding(scope, { id: 'proof.roles-none' }, { evidence: facts, found })
}
