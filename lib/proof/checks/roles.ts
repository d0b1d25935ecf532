import { toDiagnosis } from '@/lib/proof/finding'
import { rolesMissing } from '@/lib/proof/findings-token'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

/** Which application permissions the token carries. Never fails: F&O itself decides, in step 5. */
export async function checkRoles(scope: CheckScope): Promise<CheckOutcome> {
  const claim = scope.found.token?.claims.roles
  const roles = Array.isArray(claim) ? claim.map(String) : []
  const facts = evidence({ Roles: roles.join(', ') || 'none' })
  if (roles.length > 0) {
    const summary = `The token carries ${roles.join(', ')}.`
    return { verdict: 'passed', summary, evidence: facts }
  }
  const finding = rolesMissing()
  const diagnosis = toDiagnosis(finding, scope.subject)
  return { verdict: 'warned', summary: `${finding.title}.`, evidence: facts, diagnosis }
}
