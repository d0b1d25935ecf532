import { expect, test } from 'vitest'
import { fromProof } from '@/components/proof/proof-run'
import { keptProof, stepOutcome } from '@/components/wizard/step-outcome'
import type { StepState } from '@/lib/contract/connection'
import type { Check, CheckVerdict, Proof } from '@/lib/contract/proof'
import type { StepId } from '@/lib/steps/step'

const at = '2026-11-25T08:00:00.000Z'
const chain: [string, StepId][] = [
  ['dns', 'credentials'],
  ['app', 'register'],
  ['mint', 'secret'],
  ['call', 'trust'],
]

function proof(...verdicts: CheckVerdict[]): Proof {
  const checks: Check[] = chain.map(([id, step], index) => ({
    id,
    step,
    title: id,
    verdict: verdicts[index] ?? 'blocked',
    summary: '',
    evidence: [],
    tookMs: 1,
    diagnosis: null,
    failure: null,
  }))
  return {
    id: 'prf_aaaaaaaaaaaaaaaaaaaa',
    connectionId: 'con_aaaaaaaaaaaaaaaaaaaa',
    until: 'trust',
    startedAt: at,
    finishedAt: at,
    verdict: verdicts.includes('failed') ? 'failed' : 'passed',
    sentence: '',
    firstBreak: null,
    checks,
  }
}

const state = (status: StepState['status'], step: StepId = 'secret'): StepState => ({
  step,
  status,
  summary: null,
  warnings: 0,
  checkedAt: at,
})

test('a break after the step leaves the step passed', () => {
  const run = fromProof(proof('passed', 'passed', 'passed', 'failed'))
  expect(stepOutcome(run, 'secret')).toMatchObject({ passed: true, broke: null })
  expect(stepOutcome(run, 'secret').links.map((link) => link.id)).toEqual(['dns', 'app', 'mint'])
})

test('a break before the step is shown on the page of the step', () => {
  const outcome = stepOutcome(fromProof(proof('failed')), 'secret')
  expect(outcome).toMatchObject({ passed: false, broke: { id: 'dns', step: 'credentials' } })
})

test('a warning passes and is told', () => {
  const outcome = stepOutcome(fromProof(proof('passed', 'passed', 'warned')), 'secret')
  expect(outcome.passed).toBe(true)
  expect(outcome.warned.map((check) => check.id)).toEqual(['mint'])
})

test('a run that has no check of the step never passes it', () => {
  const run = fromProof(proof('passed', 'passed', 'passed', 'passed'))
  expect(stepOutcome(run, 'permissions').passed).toBe(false)
})

test.each<[StepState['status'], boolean]>([
  ['passed', true],
  ['failed', true],
  ['blocked', true],
  ['todo', false],
])('of a step that is %s the kept proof is shown: %s', (status, shown) => {
  expect(keptProof([proof('passed', 'passed', 'passed')], state(status)) !== null).toBe(shown)
})

test('the newest proof that tells of the step is taken, and no cancelled one', () => {
  const cancelled: Proof = { ...proof('passed'), verdict: 'cancelled' }
  const newest = proof('passed', 'passed', 'failed')
  const older = proof('passed', 'passed', 'passed')
  expect(keptProof([cancelled, newest, older], state('failed'))).toBe(newest)
  expect(keptProof([cancelled], state('failed'))).toBeNull()
})
