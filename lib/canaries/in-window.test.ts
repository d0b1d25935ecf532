import { expect, test } from 'vitest'
import { isInWindow } from '@/lib/canaries/in-window'

const sunday = 0
const monday = 1
const night = { days: [sunday], from: '22:00', to: '06:00' }
const noon = { days: [monday], from: '12:00', to: '12:30' }

test.each([
  [night, '2026-03-01T22:00:00Z', true],
  [night, '2026-03-02T05:59:59Z', true],
  [night, '2026-03-02T06:00:00Z', false],
  [night, '2026-03-01T05:00:00Z', false],
  [night, '2026-03-02T22:30:00Z', false],
  [noon, '2026-03-02T12:00:00Z', true],
  [noon, '2026-03-02T12:30:00Z', false],
  [noon, '2026-03-03T12:10:00Z', false],
])('%j at %s: %s', (window, at, expected) => {
  expect(isInWindow([window], new Date(at))).toBe(expected)
})

test('without windows nothing is in one', () => {
  expect(isInWindow([], new Date())).toBe(false)
})
