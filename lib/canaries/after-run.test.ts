import { expect, test } from 'vitest'
import { afterRun } from '@/lib/canaries/after-run'
import { dueAfter } from '@/lib/canaries/due-times'
import { skippedOutcome } from '@/lib/canaries/outcome'
import type { CanaryRow } from '@/lib/canaries/stored'

const at = new Date('2026-03-02T08:00:00Z')
const row: CanaryRow = {
  connectionId: 'con_00000000000000000001',
  state: 'on',
  everyMinutes: 5,
  entitySet: 'CustomersV3',
  company: null,
  filter: null,
  latencyLimitMs: 3000,
  windows: [],
  nextDueAt: new Date('2026-03-02T08:03:00Z'),
  heldUntil: null,
  throttledInARow: 0,
  failedInARow: 0,
  failingSince: null,
  lastPassedAt: null,
  lastRun: null,
  updatedAt: at,
}
const throttled = { ...skippedOutcome, verdict: 'throttled' } as const

test.each([
  ['as long as it was asked to', 0, 20 * 60_000, 20],
  ['its interval where it was asked for less', 0, 1_000, 5],
  ['twice as long the second time', 1, null, 10],
  ['an hour at most, whatever it was asked for', 0, 5 * 3_600_000, 60],
  ['an hour at most, however often', 40, null, 60],
])('a throttled canary backs off %s', (...told) => {
  const [, throttledInARow, retryAfterMs, minutes] = told
  const after = afterRun({ ...row, throttledInARow }, { ...throttled, retryAfterMs }, at)
  const heldUntil = new Date(at.getTime() + minutes * 60_000)
  expect(after).toMatchObject({ heldUntil, nextDueAt: dueAfter(row, heldUntil) })
})

test('a paused canary that is run by hand stays paused, also where it is throttled', () => {
  expect(afterRun({ ...row, nextDueAt: null }, throttled, at).nextDueAt).toBeNull()
})

test.each(['skipped', 'unclear'] as const)('a run that was %s changes no count', (verdict) => {
  const failing = { ...row, failedInARow: 3, failingSince: at, throttledInARow: 2, heldUntil: at }
  expect(afterRun(failing, { ...skippedOutcome, verdict }, at)).toEqual({
    nextDueAt: row.nextDueAt,
    heldUntil: at,
    throttledInARow: 2,
    failedInARow: 3,
    failingSince: at,
    lastPassedAt: null,
  })
})
