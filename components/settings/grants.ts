import type { Access } from '@/components/settings/role-words'
import type { Grant, GrantScope } from '@/lib/contract/rights'

const keyOf = (scope: GrantScope) => JSON.stringify(Object.entries(scope))

/** What `grants` say of `scope`; undefined where the role decides. */
export function accessIn(grants: readonly Grant[], scope: GrantScope): Access | undefined {
  const grant = grants.find((one) => keyOf(one.scope) === keyOf(scope))
  if (!grant) return undefined
  return grant.role === 'viewer' && grant.businessData ? 'data' : grant.role
}

/** `grants` with what holds in `scope` replaced; undefined leaves it to the role again. */
export function withAccess(
  grants: readonly Grant[],
  scope: GrantScope,
  access: Access | undefined,
): Grant[] {
  const others = grants.filter((one) => keyOf(one.scope) !== keyOf(scope))
  if (access === undefined) return others
  const isData = access === 'data'
  return [...others, { scope, role: isData ? 'viewer' : access, businessData: isData }]
}
