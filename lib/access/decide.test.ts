import { describe, expect, test } from 'vitest'
import { decide, isVisible, type Resource } from '@/lib/access/decide'
import { Action, type Grant, type Rights } from '@/lib/contract/rights'
import type { EnvironmentUse } from '@/lib/steps/environment-use'

const now = new Date('2026-11-25T08:00:00.000Z')
const connectionId = 'con_00000000000000000001'
const to = (use: EnvironmentUse, openUntil: Date | null = null): Resource => ({
  kind: 'connection',
  connectionId,
  use,
  openUntil,
})
const installation: Resource = { kind: 'installation' }
const person = (role: Rights['role'], ...grants: Grant[]): Rights => ({ role, grants })
const grant = (scope: Grant['scope'], role: Grant['role'], businessData = false): Grant => ({
  scope,
  role,
  businessData,
})
const ask = (rights: Rights, action: Action, resource: Resource) =>
  decide(rights, action, { resource, now })

describe('a role', () => {
  test('of operator reaches into production, and into what nobody can tell, as a viewer', () => {
    const operator = person('operator')
    expect(ask(operator, 'data.read', to('sandbox'))).toBeUndefined()
    for (const use of ['production', 'other'] as const) {
      expect(ask(operator, 'data.read', to(use))).toBe('role')
      expect(ask(operator, 'connection.read', to(use))).toBeUndefined()
    }
  })

  test('of admin may do all but change production that is closed', () => {
    for (const action of Action.options) {
      const wanted = action === 'data.write' ? 'production_closed' : undefined
      expect(ask(person('admin'), action, to('production')), action).toBe(wanted)
    }
  })
})

describe('a grant', () => {
  const inProduction = grant({ environmentUse: 'production' }, 'operator')
  const here = grant({ connectionId }, 'none')

  test('for a connection goes before one for its use, and both before the role', () => {
    expect(ask(person('viewer', inProduction), 'data.read', to('production'))).toBeUndefined()
    expect(ask(person('viewer', inProduction, here), 'data.read', to('production'))).toBe('hidden')
    expect(ask(person('operator', here), 'connection.read', to('sandbox'))).toBe('hidden')
  })

  test('lets a viewer read rows, and neither export nor change them', () => {
    const reader = person('viewer', grant({ connectionId }, 'viewer', true))
    expect(ask(reader, 'data.read', to('production'))).toBeUndefined()
    expect(ask(reader, 'data.export', to('production'))).toBe('role')
    expect(ask(reader, 'data.write', to('sandbox'))).toBe('role')
  })

  test('says nothing of what belongs to no connection', () => {
    expect(ask(person('viewer', inProduction), 'people.manage', installation)).toBe('role')
    expect(ask(person('operator', here), 'connection.read', installation)).toBeUndefined()
  })
})

describe('production', () => {
  test.each([
    ['was never opened', null, 'production_closed'],
    ['was open until now', now, 'production_closed'],
    ['is open', new Date(now.getTime() + 1), undefined],
  ])('that %s is changed accordingly', (_how, openUntil, wanted) => {
    expect(ask(person('admin'), 'data.write', to('production', openUntil))).toBe(wanted)
    expect(ask(person('admin'), 'data.write', to('sandbox', openUntil))).toBeUndefined()
  })
})

describe('a token', () => {
  const token = {
    connectionIds: [connectionId],
    entitySets: null,
    verbs: ['data.read' as const],
  }

  test('does what its verbs say and nothing else, whoever made it', () => {
    const rights = { ...person('admin'), token }
    expect(ask(rights, 'data.read', to('production'))).toBeUndefined()
    for (const action of Action.exclude(['data.read']).options) {
      expect(ask(rights, action, to('sandbox')), action).toBe('token_scope')
    }
  })

  test('does no more than its maker may', () => {
    expect(ask({ ...person('viewer'), token }, 'data.read', to('sandbox'))).toBe('role')
  })

  test('neither reads nor sees a connection that it does not name', () => {
    const rights = { ...person('admin'), token: { ...token, connectionIds: ['con_x'] } }
    expect(ask(rights, 'data.read', to('sandbox'))).toBe('token_scope')
    expect(isVisible(rights, to('sandbox'))).toBe(false)
    expect(isVisible({ ...person('admin'), token }, to('sandbox'))).toBe(true)
  })
})
