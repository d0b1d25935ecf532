import { expect, test } from 'vitest'
import { dueAt, nightStart } from '@/lib/catalog/night'

const now = new Date('2026-11-25T02:41:07.5Z')

test('a night begins at midnight, UTC', () => {
  expect(nightStart(now).toISOString()).toBe('2026-11-25T00:00:00.000Z')
})

test('a connection is due at the same minute of every night, before five', () => {
  const due = dueAt('con_one', now)
  expect(dueAt('con_one', new Date('2026-11-25T23:59:00Z'))).toEqual(due)
  const next = dueAt('con_one', new Date('2026-11-26T00:00:00Z'))
  expect(next.getTime() - due.getTime()).toBe(86_400_000)
})

test('connections are spread over the night', () => {
  const minutes = Array.from({ length: 300 }, (_, index) => {
    const due = dueAt(`con_${index}`, now)
    return (due.getTime() - nightStart(now).getTime()) / 60_000
  })
  expect(Math.min(...minutes)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...minutes)).toBeLessThan(300)
  // 300 of them at random meet in about 190 minutes.
  expect(new Set(minutes).size).toBeGreaterThan(150)
})
