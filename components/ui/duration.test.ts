import { expect, test } from 'vitest'
import { toAgo, toDuration, toMoment } from '@/components/ui/duration'

test.each([
  [-5, '0 s'],
  [0, '0 s'],
  [59.9, '59 s'],
  [60, '1 min'],
  [61, '1 min 1 s'],
  [3599, '59 min 59 s'],
  [3600, '1 h'],
  [5400, '1 h 30 min'],
  [172_799, '47 h 59 min'],
  [172_800, '2 days'],
  [41.7 * 86_400, '41 days'],
])('%f seconds last %s', (seconds, words) => {
  expect(toDuration(seconds)).toBe(words)
})

test.each([
  [-3, 'just now'],
  [44, 'just now'],
  [45, '1 min ago'],
  [150, '3 min ago'],
  [3600, '1 h ago'],
  [86_399, '23 h ago'],
  [86_400, 'yesterday'],
  [5 * 86_400, '5 days ago'],
])('%f seconds back is %s', (seconds, words) => {
  expect(toAgo(seconds)).toBe(words)
})

test('a moment is told in UTC, whatever the clock of the reader', () => {
  expect(toMoment('2026-11-25T08:05:09.123Z')).toBe('25 Nov 2026, 08:05:09 UTC')
  expect(toMoment('2026-11-25T00:30:00+02:00')).toBe('24 Nov 2026, 22:30:00 UTC')
})

test('what is no moment is shown as it is', () => {
  expect(toMoment('soon')).toBe('soon')
})
