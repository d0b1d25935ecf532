import { expect, test } from 'vitest'
import { parseRetryAfterMs } from '@/lib/http/retry-after'

const now = new Date('2026-11-25T08:00:00.000Z')

test.each([
  ['5', 5000],
  [' 120 ', 120_000],
  ['0', 0],
  ['1.5', 1500],
  ['Wed, 25 Nov 2026 08:00:30 GMT', 30_000],
  ['Wednesday, 25-Nov-26 08:00:30 GMT', 30_000],
  ['Wed, 25 Nov 2026 07:00:00 GMT', 0],
  ['-5', undefined],
  ['soon', undefined],
  ['2026', 2_026_000],
  ['', undefined],
  [undefined, undefined],
])('%s asks for %s ms', (value, ms) => {
  expect(parseRetryAfterMs(value, now)).toBe(ms)
})
