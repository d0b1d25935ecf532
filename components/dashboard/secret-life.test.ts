import { expect, test } from 'vitest'
import { secretLife } from '@/components/dashboard/secret-life'

const now = Date.parse('2026-11-25T23:30:00Z')

test.each([
  { expiresOn: '2027-05-24', days: 180, text: '180 days left', tone: 'neutral' },
  { expiresOn: '2026-12-26', days: 31, text: '31 days left', tone: 'neutral' },
  { expiresOn: '2026-12-25', days: 30, text: '30 days left', tone: 'warning' },
  { expiresOn: '2026-12-03', days: 8, text: '8 days left', tone: 'warning' },
  { expiresOn: '2026-12-02', days: 7, text: '7 days left', tone: 'danger' },
  { expiresOn: '2026-11-26', days: 1, text: '1 day left', tone: 'danger' },
  { expiresOn: '2026-11-25', days: 0, text: 'expires today', tone: 'danger' },
  { expiresOn: '2026-11-24', days: -1, text: 'expired 1 day ago', tone: 'danger' },
  { expiresOn: '2026-01-01', days: -328, text: 'expired 328 days ago', tone: 'danger' },
])('a secret that ends on $expiresOn: $text', ({ expiresOn, ...life }) => {
  expect(secretLife(expiresOn, now)).toEqual(life)
})

test('a secret without a kept expiry warns, since nobody will be reminded', () => {
  expect(secretLife(null, now)).toEqual({ days: null, text: 'expiry not known', tone: 'warning' })
})
