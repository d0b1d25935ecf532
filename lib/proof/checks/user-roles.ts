import { orFailed, warnedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import { orCannotTell, quoted, readRows, textOf } from '@/lib/proof/read-finops'
import type { CheckScope } from '@/lib/proof/scope'

/** Which security roles the mapped user has; they decide what the integration may read. */
export async function checkUserRoles(scope: CheckScope): Promise<CheckOutcome> {
  const userId = scope.found.userId
  if (userId === undefined) {
    return {
      verdict: 'skipped',
      summary: 'Cannot tell what the user may do: it is not known which user it is.',
      evidence: [],
    }
  }
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, () =>
    orCannotTell(`which roles ${userId} has`, async () => {
      const query = { $filter: `UserId eq ${quoted(userId)}`, $top: '100' }
      const rows = await readRows(scope, { path: 'SecurityUserRoles', query })
      const roles = rows.flatMap(
        (row) => textOf(row, 'SecurityRoleName') ?? textOf(row, 'SecurityRoleIdentifier') ?? [],
      )
      return toOutcome(scope, userId, roles)
    }),
  )
}

function toOutcome(scope: CheckScope, userId: string, roles: readonly string[]): CheckOutcome {
  const facts = evidence({ Roles: roles.join(', ') || 'none' })
  const mayAll = roles.some((role) => /^(system administrator|-sysadmin-)$/i.test(role))
  // That it is Admin was said when the user was found; saying it twice would count as two concerns.
  if (mayAll && userId.toLowerCase() !== 'admin') {
    const finding = { id: 'proof.user-admin', facts: { user: userId } } as const
    return warnedFinding(scope, finding, { evidence: facts })
  }
  const summary =
    roles.length === 0 ? `${userId} has no role.` : `${userId} has ${roles.length} roles.`
  return { verdict: 'passed', summary, evidence: facts }
}
