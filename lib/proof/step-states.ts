import type { StepState } from '@/lib/contract/connection'
import type { Check } from '@/lib/contract/proof'
import type { ProofLink } from '@/lib/proof/link'
import { type StepId, stepIds, stepNumber } from '@/lib/steps/step'

/** What a run says of the five steps. */
export type StepStatesInput = Readonly<{
  /** The whole chain, not only what this run included. */
  chain: readonly ProofLink[]
  checks: readonly Check[]
  firstBreak: Check | undefined
  before: readonly StepState[]
  at: Date
}>

/**
 * Where the five steps stand after a run.
 *
 * A step passes when every link that decides it passed, warned or had to be skipped. What the run
 * did not decide stays as it was, so that a proof of step 2 neither grants nor takes step 5.
 */
export function toStepStates(input: StepStatesInput): StepState[] {
  const failedStep = input.firstBreak && blamedStep(input.firstBreak)
  return stepIds.map((step) => {
    const before = input.before.find((state) => state.step === step)
    const status = statusOf(step, input, failedStep)
    if (!status) return before ?? untouched(step)
    const own = input.checks.filter((check) => check.step === step)
    return {
      step,
      status,
      summary: summaryOf(status, own, input.firstBreak),
      warnings: own.filter((check) => check.verdict === 'warned').length,
      checkedAt: input.at.toISOString(),
    }
  })
}

/** The step that a break belongs to: the diagnosis knows better than the place where it showed. */
export function blamedStep(check: Check): StepId {
  return check.diagnosis?.step ?? check.step
}

function statusOf(
  step: StepId,
  { chain, checks, firstBreak }: StepStatesInput,
  failedStep: StepId | undefined,
): 'passed' | 'failed' | 'blocked' | undefined {
  if (step === failedStep) return 'failed'
  const deciding = chain.filter(
    (link) => link.step === step && stepNumber(link.from) <= stepNumber(step),
  )
  const decided = deciding.map((link) => checks.find((check) => check.id === link.id))
  if (decided.some((check) => check === undefined)) return undefined
  const held = decided.every((check) => check?.verdict !== 'failed' && check?.verdict !== 'blocked')
  if (held) return 'passed'
  return firstBreak ? 'blocked' : undefined
}

function summaryOf(
  status: 'passed' | 'failed' | 'blocked',
  own: readonly Check[],
  firstBreak: Check | undefined,
): string {
  switch (status) {
    case 'failed':
      return firstBreak?.diagnosis?.title ?? firstBreak?.summary ?? 'Failed'
    case 'blocked':
      return firstBreak ? `Waits for step ${stepNumber(blamedStep(firstBreak))}.` : 'Waits.'
    case 'passed':
      return own.findLast((check) => check.verdict === 'passed')?.summary ?? 'Proven.'
  }
}

function untouched(step: StepId): StepState {
  return { step, status: 'todo', summary: null, warnings: 0, checkedAt: null }
}
