import { expect, test } from 'vitest'
import { accessIn, withAccess } from '@/components/settings/grants'
import type { Grant } from '@/lib/contract/rights'

const production = { environmentUse: 'production' } as const
const one = { connectionId: 'con_00000000000000000001' }

test('what is chosen for a place is read back, and leaves the other places alone', () => {
  let grants: Grant[] = withAccess([], production, 'operator')
  grants = withAccess(grants, one, 'data')
  expect(accessIn(grants, production)).toBe('operator')
  expect(accessIn(grants, one)).toBe('data')
  expect(grants[1]).toEqual({ scope: one, role: 'viewer', businessData: true })
})

test('a second choice for a place takes the place of the first', () => {
  const grants = withAccess(withAccess([], one, 'none'), one, 'viewer')
  expect(grants).toEqual([{ scope: one, role: 'viewer', businessData: false }])
})

test('no choice leaves the place to the role', () => {
  const grants = withAccess(withAccess([], one, 'none'), one, undefined)
  expect(grants).toEqual([])
  expect(accessIn(grants, one)).toBeUndefined()
})
