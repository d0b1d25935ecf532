import type { Connection } from '@/lib/contract/connection'
import { type StepId, stepNumber } from '@/lib/steps/step'

/** What a person should do next with a connection. */
export type NextAct =
  | Readonly<{ kind: 'continue' | 'mend'; step: StepId; label: string }>
  | Readonly<{ kind: 'explore'; label: string }>

/**
 * The first step that has not passed decides, in the order in which they are walked: a broken one
 * is mended, any other is continued. With all five passed there are rows to look at.
 */
export function nextAct(steps: Connection['steps']): NextAct {
  const open = steps.find((state) => state.status !== 'passed')
  if (!open) return { kind: 'explore', label: 'Explore data' }
  const number = stepNumber(open.step)
  return open.status === 'failed'
    ? { kind: 'mend', step: open.step, label: `Mend step ${number}` }
    : { kind: 'continue', step: open.step, label: `Continue at step ${number}` }
}

/** How many of the steps have passed. */
export function stepsPassed(steps: Connection['steps']): number {
  return steps.filter((state) => state.status === 'passed').length
}
