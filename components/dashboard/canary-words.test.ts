import { expect, test } from 'vitest'
import { everyText, runLine, toMs, toPercent } from '@/components/dashboard/canary-words'

test.each([
  [null, '–'],
  [84.4, '84 ms'],
  [1240, '1.2 s'],
  [14_300, '14 s'],
])('%s milliseconds read %s', (ms, text) => {
  expect(toMs(ms)).toBe(text)
})

test.each([
  [null, '–'],
  [0, '0 %'],
  [0.004, '0.4 %'],
  [0.126, '13 %'],
  [1, '100 %'],
])('a share of %s reads %s', (share, text) => {
  expect(toPercent(share)).toBe(text)
})

test.each([
  [1, 'every minute'],
  [5, 'every 5 minutes'],
  [60, 'every hour'],
  [90, 'every 90 minutes'],
  [360, 'every 6 hours'],
  [1440, 'once a day'],
])('%s minutes are %s', (minutes, text) => {
  expect(everyText(minutes)).toBe(text)
})

test('a run says what it found and what went unseen before it', () => {
  const at = '2026-11-25T08:05:12.000Z'
  const line = runLine({
    dueAt: at,
    isAsked: false,
    startedAt: at,
    finishedAt: at,
    verdict: 'slow',
    breakCheck: null,
    breakStep: null,
    breakRule: null,
    headline: 'There is little headroom',
    latencyMs: 3400,
    rows: 100,
    calls: 4,
    throttled: 0,
    missed: 2,
    proofId: null,
  })
  expect(line).toBe(
    '11-25 08:05 UTC: Too slow · 3.4 s, 100 rows · There is little headroom · 2 due times before it went unseen',
  )
})
