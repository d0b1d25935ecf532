import { expect, test } from 'vitest'
import { safeNext } from '@/components/access/safe-next'

test.each([
  ['/connections/con_1?tab=token#claims', '/connections/con_1?tab=token#claims'],
  ['/practice', '/practice'],
  ['/a/../practice', '/practice'],
])('%s leads to %s', (next, path) => {
  expect(safeNext(next, '/connections')).toBe(path)
})

test.each([
  undefined,
  '',
  'connections',
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example/',
  '/\t/evil.example/',
  '/.//evil.example/',
  '/a/..//evil.example',
  'javascript:alert(1)',
])('%j leads nowhere else than home', (next) => {
  expect(safeNext(next, '/connections')).toBe('/connections')
})
