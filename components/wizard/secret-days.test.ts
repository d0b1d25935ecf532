import { expect, test } from 'vitest'
import { dayAfter, daysUntil, toDay } from '@/components/wizard/secret-days'

const today = new Date('2026-11-25T08:00:00Z')

test.each([
  [0, '2026-11-25'],
  [7, '2026-12-02'],
  [180, '2027-05-24'],
  [730, '2028-11-24'],
])('%i days from 25 Nov 2026 is %s', (days, day) => {
  expect(dayAfter(today, days)).toBe(day)
})

test('a day that the clock of no time zone has reached counts in full', () => {
  expect(dayAfter(new Date('2026-12-31T23:59:59Z'), 1)).toBe('2027-01-01')
})

test.each([
  ['2026-11-26', 1],
  ['2026-11-25', 0],
  ['2026-11-20', -5],
  ['2027-05-24', 180],
])('until %s it is %i days', (day, days) => {
  expect(daysUntil(day, today) + 0).toBe(days)
})

test.each([
  ['2027-05-04', '4 May 2027'],
  ['2026-12-31', '31 Dec 2026'],
  ['someday', 'someday'],
  ['2026-13-01', '2026-13-01'],
])('%s reads %s', (day, text) => {
  expect(toDay(day)).toBe(text)
})
