import type { Connection } from '@/lib/contract/connection'
import { type StepId, stepNumber } from '@/lib/steps/step'

/** What a person should do next with a connection. */
export type NextAct =
  | Readonly<{ kind: 'continue' | 'mend'; step: StepId; label: string }>
  | Readonly<{ kind: 'look' | 'explore'; label: string }>

/**
 * The first step that has not passed decides, in the order in which they are walked: a broken one
 * is mended, one that waits leads to the broken one, any other is continued. Where no step is to
 * blame the proof itself says whose job it is. With all five passed there are rows to look at.
 */
export function nextAct(steps: Connection['steps']): NextAct {
  const first = steps.find((state) => state.status !== 'passed')
  if (!first) return { kind: 'explore', label: 'Explore data' }
  const failed = steps.find((state) => state.status === 'failed')
  const open = first.status === 'blocked' ? (failed ?? first) : first
  if (open.status === 'unclear') return { kind: 'look', label: 'See what broke' }
  const number = stepNumber(open.step)
  return open.status === 'failed'
    ? { kind: 'mend', step: open.step, label: `Mend step ${number}` }
    : { kind: 'continue', step: open.step, label: `Continue at step ${number}` }
}

/** How many of the steps have passed. */
export function stepsPassed(steps: Connection['steps']): number {
  return steps.filter((state) => state.status === 'passed').length
}
