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
 * did not decide stays as it was, so that a proof of step 2 neither grants nor takes step 5. Where
 * no step is to blame none fails: those that could not be decided are unclear, and say why.
 */
export function toStepStates(input: StepStatesInput): StepState[] {
  const failedStep = input.firstBreak ? blamedStep(input.firstBreak) : null
  const states = stepIds.map((step): StepState => {
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
  return withoutStaleWaits(states, input)
}

/**
 * The step that a break belongs to: the diagnosis knows better than the place where it showed.
 * Null where no step is to blame.
 */
export function blamedStep({ step, diagnosis }: Check): StepId | null {
  return diagnosis === null ? step : diagnosis.step
}

type Decided = 'passed' | 'failed' | 'blocked' | 'unclear'

function statusOf(
  step: StepId,
  { chain, checks, firstBreak }: StepStatesInput,
  failedStep: StepId | null,
): Decided | undefined {
  if (step === failedStep) return 'failed'
  const deciding = chain.filter(
    (link) => link.step === step && stepNumber(link.from) <= stepNumber(step),
  )
  const decided = deciding.map((link) => checks.find((check) => check.id === link.id))
  if (decided.some((check) => check === undefined)) return undefined
  const held = decided.every((check) => check?.verdict !== 'failed' && check?.verdict !== 'blocked')
  if (held) return 'passed'
  if (!firstBreak) return undefined
  return failedStep === null ? 'unclear' : 'blocked'
}

function summaryOf(status: Decided, own: readonly Check[], firstBreak: Check | undefined): string {
  switch (status) {
    case 'failed':
      return firstBreak ? failedSummary(firstBreak) : 'Failed'
    case 'blocked':
      return waitsFor(firstBreak ? blamedStep(firstBreak) : null)
    case 'unclear':
      return firstBreak ? `Could not be checked: ${titleOf(firstBreak)}` : 'Could not be checked.'
    case 'passed':
      return own.findLast((check) => check.verdict === 'passed')?.summary ?? 'Proven.'
  }
}

function failedSummary(firstBreak: Check): string {
  const title = titleOf(firstBreak)
  return firstBreak.diagnosis?.confidence === 'possible' ? `Perhaps here: ${title}` : title
}

function titleOf({ diagnosis, summary }: Check): string {
  return diagnosis?.title ?? summary
}

function waitsFor(step: StepId | null): string {
  return step ? `Waits for step ${stepNumber(step)}.` : 'Waits.'
}

/** A step waits for a break that is there; once a run is past it, nothing is known of the step. */
function withoutStaleWaits(
  states: readonly StepState[],
  { checks, firstBreak }: StepStatesInput,
): StepState[] {
  const cancelled = !firstBreak && checks.some((check) => check.verdict === 'blocked')
  const broken = states.some((state) => state.status === 'failed')
  const unclear = firstBreak !== undefined && blamedStep(firstBreak) === null
  return states.map((state) => {
    const stale =
      (state.status === 'blocked' && !broken) || (state.status === 'unclear' && !unclear)
    return stale && !cancelled ? untouched(state.step) : state
  })
}

function untouched(step: StepId): StepState {
  return { step, status: 'todo', summary: null, warnings: 0, checkedAt: null }
}
