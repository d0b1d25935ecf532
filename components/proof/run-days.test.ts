import { expect, test } from 'vitest'
import { dayWords, hoursOf, toRunDays } from '@/components/proof/run-days'
import type { ProofSummary } from '@/lib/contract/proof'

function run(finishedAt: string): ProofSummary {
  return {
    id: `prf_${finishedAt.replaceAll(/\D/g, '').slice(0, 14).padEnd(20, '0')}`,
    connectionId: 'con_00000000000000000000',
    until: 'trust',
    startedAt: finishedAt,
    finishedAt,
    verdict: 'passed',
    sentence: '',
    firstBreak: null,
    brokenStep: null,
    warnings: 0,
  }
}

test('a history that comes newest first is drawn oldest first, day by day', () => {
  const newestFirst = [
    '2026-11-25T14:02:30.000Z',
    '2026-11-25T08:00:00.000Z',
    '2026-11-23T23:59:59.999Z',
  ].map(run)
  const days = toRunDays(newestFirst)
  expect(days.map(({ day, runs }) => [dayWords(day), runs.map((one) => one.finishedAt)])).toEqual([
    ['23 Nov', ['2026-11-23T23:59:59.999Z']],
    ['25 Nov', ['2026-11-25T08:00:00.000Z', '2026-11-25T14:02:30.000Z']],
  ])
  expect(days.map(hoursOf)).toEqual(['23:59', '08:00–14:02'])
})

test('no run makes no day', () => {
  expect(toRunDays([])).toEqual([])
})
