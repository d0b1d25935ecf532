import { describe, expect, test } from 'vitest'
import { chosenRuns, toChoices } from '@/components/proof/run-choices'
import type { ProofSummary } from '@/lib/contract/proof'

function run(id: string, verdict: ProofSummary['verdict'], own: Partial<ProofSummary> = {}) {
  const at = '2026-11-25T08:00:00.000Z'
  return {
    id,
    connectionId: 'con_00000000000000000000',
    until: 'trust',
    startedAt: at,
    finishedAt: at,
    verdict,
    sentence: '',
    firstBreak: null,
    brokenStep: null,
    warnings: 0,
    ...own,
  } as const satisfies ProofSummary
}

const newestFirst = [
  run('newest', 'failed', { brokenStep: 'trust' }),
  run('cancelled', 'cancelled'),
  run('worked', 'passed'),
  run('oldest', 'failed', { until: 'secret' }),
]

describe('the two runs to compare', () => {
  test.each<[string, [string, string], string[]]>([
    ['nothing is asked for', ['', ''], ['worked', 'newest']],
    ['the later one is asked for', ['', 'worked'], ['oldest', 'worked']],
    ['the earlier one is asked for', ['oldest', ''], ['oldest', 'newest']],
    ['the newest is the earlier one', ['newest', ''], ['newest', 'cancelled']],
    ['both are', ['cancelled', 'oldest'], ['cancelled', 'oldest']],
    ['the oldest has none before it', ['', 'oldest'], ['worked', 'oldest']],
    ['one lies further back than is known', ['prf_far', ''], ['prf_far', 'newest']],
  ])('when %s', (_, [before, after], expected) => {
    const chosen = chosenRuns(newestFirst, { before, after })
    expect([chosen?.before, chosen?.after]).toEqual(expected)
  })

  test('are none where there is one run, or no run', () => {
    expect(chosenRuns(newestFirst.slice(0, 1), { before: '', after: '' })).toBeUndefined()
    expect(chosenRuns([], { before: '', after: '' })).toBeUndefined()
  })
})

test('each run is offered by its moment and its end, also one from further back', () => {
  expect(toChoices(newestFirst, ['worked', 'prf_far']).map(({ label }) => label)).toEqual([
    '25 Nov 2026, 08:00:00 UTC: failed at step 5',
    '25 Nov 2026, 08:00:00 UTC: cancelled',
    '25 Nov 2026, 08:00:00 UTC: passed',
    '25 Nov 2026, 08:00:00 UTC: failed, up to step 2',
    'Run prf_far',
  ])
})
