import { expect, test } from 'vitest'
import { nextAct, stepsPassed } from '@/components/dashboard/next-act'
import type { StepState } from '@/lib/contract/connection'
import { type StepStatus, stepIds } from '@/lib/steps/step'

const steps = (...statuses: StepStatus[]): StepState[] =>
  stepIds.map((step, index) => ({
    step,
    status: statuses[index] ?? 'todo',
    summary: null,
    warnings: 0,
    checkedAt: null,
  }))

test.each([
  { states: steps(), kind: 'continue', label: 'Continue at step 1', passed: 0 },
  { states: steps('passed', 'passed'), kind: 'continue', label: 'Continue at step 3', passed: 2 },
  {
    states: steps('passed', 'failed', 'blocked', 'blocked', 'blocked'),
    kind: 'mend',
    label: 'Mend step 2',
    passed: 1,
  },
  {
    states: steps('passed', 'passed', 'checking'),
    kind: 'continue',
    label: 'Continue at step 3',
    passed: 2,
  },
  {
    states: steps('passed', 'todo', 'passed', 'passed', 'failed'),
    kind: 'continue',
    label: 'Continue at step 2',
    passed: 3,
  },
  {
    states: steps('passed', 'passed', 'passed', 'passed', 'failed'),
    kind: 'mend',
    label: 'Mend step 5',
    passed: 4,
  },
  {
    states: steps('blocked', 'blocked', 'blocked', 'failed', 'blocked'),
    kind: 'mend',
    label: 'Mend step 4',
    passed: 0,
  },
  {
    states: steps('passed', 'passed', 'passed', 'passed', 'unclear'),
    kind: 'look',
    label: 'See what broke',
    passed: 4,
  },
  {
    states: steps('passed', 'passed', 'passed', 'passed', 'passed'),
    kind: 'explore',
    label: 'Explore data',
    passed: 5,
  },
])('$passed passed: $label', ({ states, kind, label, passed }) => {
  expect(nextAct(states)).toMatchObject({ kind, label })
  expect(stepsPassed(states)).toBe(passed)
})
