import { expect, test } from 'vitest'
import { patienceSeconds } from '@/components/dashboard/patience'

const now = new Date('2026-11-25T08:00:00Z')

test.each([
  ['no secret', null, 0],
  ['a secret of this moment', '2026-11-25T08:00:00.000Z', 60],
  ['a secret of five seconds', '2026-11-25T07:59:55.000Z', 55],
  ['a secret of a minute', '2026-11-25T07:59:00.000Z', 0],
  ['a secret of a year', '2025-11-25T08:00:00.000Z', 0],
  ['a secret of tomorrow, by this clock', '2026-11-26T08:00:00.000Z', 60],
])('%s is waited for as long as it may need', (_, addedAt, seconds) => {
  expect(patienceSeconds(addedAt === null ? null : { addedAt }, now)).toBe(seconds)
})
