import type { Action, GrantRole, Rights, Role, TokenScope } from '@/lib/contract/rights'
import type { EnvironmentUse } from '@/lib/steps/environment-use'

/** What an action is done to: one connection, or the installation as a whole. */
export type Resource =
  | Readonly<{ kind: 'installation' }>
  | Readonly<{
      kind: 'connection'
      connectionId: string
      use: EnvironmentUse
      /** Until when its production is open for changes; null when it is not. */
      openUntil: Date | null
    }>

/** Why something may not be done. */
export type Refusal = 'role' | 'hidden' | 'production_closed' | 'token_scope'

type Place = GrantRole | Role

const ranks: Readonly<Record<Place, number>> = { none: 0, viewer: 1, operator: 2, admin: 3 }

/** The least that an action asks for; data is read by a viewer too where a grant says so. */
const least: Readonly<Record<Action, Role>> = {
  'account.use': 'viewer',
  'connection.read': 'viewer',
  'connection.prove': 'operator',
  'connection.manage': 'admin',
  'watch.manage': 'operator',
  'data.read': 'operator',
  'data.export': 'operator',
  'data.write': 'operator',
  'production.open': 'admin',
  'practice.use': 'operator',
  'people.manage': 'admin',
  'tokens.manage': 'admin',
  'audit.read': 'admin',
  'settings.manage': 'admin',
}

/**
 * Whether whoever has `rights` may do `action` to `resource`: undefined when they may, else why
 * not. Production stands apart: a role reaches into it as a viewer's at most, unless a grant says
 * more, and nobody changes its rows before an admin has opened it.
 */
export function decide(
  rights: Rights,
  action: Action,
  { resource, now }: Readonly<{ resource: Resource; now: Date }>,
): Refusal | undefined {
  const { place, businessData } = placeOf(rights, resource)
  if (place === 'none') return 'hidden'
  if (rights.token && !isInScope(rights.token, action, resource)) return 'token_scope'
  const isGrantedRead = action === 'data.read' && businessData
  if (ranks[place] < ranks[least[action]] && !isGrantedRead) return 'role'
  if (action === 'data.write' && isClosed(resource, now)) return 'production_closed'
  return undefined
}

/** Whether whoever has `rights` may know of `resource` at all, whatever they want of it. */
export function isVisible(rights: Rights, resource: Resource): boolean {
  const only = rights.token?.connectionIds ?? null
  const isOutside =
    resource.kind === 'connection' && only !== null && !only.includes(resource.connectionId)
  return !isOutside && placeOf(rights, resource).place !== 'none'
}

/** Whether an environment of such a use is treated as production: where nobody can tell, it is. */
export function isProduction(use: EnvironmentUse): boolean {
  return use === 'production' || use === 'other'
}

function placeOf(
  { role, grants }: Rights,
  resource: Resource,
): Readonly<{ place: Place; businessData: boolean }> {
  if (role === 'admin') return { place: 'admin', businessData: true }
  if (resource.kind === 'installation') return { place: role, businessData: false }
  const grant =
    grants.find(
      ({ scope }) => 'connectionId' in scope && scope.connectionId === resource.connectionId,
    ) ??
    grants.find(({ scope }) => 'environmentUse' in scope && scope.environmentUse === resource.use)
  if (grant) return { place: grant.role, businessData: grant.businessData }
  return { place: isProduction(resource.use) ? 'viewer' : role, businessData: false }
}

function isClosed(resource: Resource, now: Date): boolean {
  if (resource.kind === 'installation' || !isProduction(resource.use)) return false
  return resource.openUntil === null || resource.openUntil <= now
}

function isInScope(scope: TokenScope, action: Action, resource: Resource): boolean {
  if (!scope.verbs.some((verb) => verb === action)) return false
  if (scope.connectionIds === null || resource.kind === 'installation') return true
  return scope.connectionIds.includes(resource.connectionId)
}
