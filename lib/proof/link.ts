import type { FailureSource } from '@/lib/diagnosis/failure'
import type { CheckOutcome } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'
import type { StepId } from '@/lib/steps/step'

/** One link of the chain, before it has run. */
export type ProofLink = Readonly<{
  id: string
  step: StepId
  title: string
  /** The first step whose proof needs this link; a proof of that step or of a later one runs it. */
  from: StepId
  /** Whose answer it waits for. */
  asks: FailureSource
  /** How long one attempt may take before it counts as failed. */
  timeoutMs: number
  /** How long a mere warning that may heal by waiting is waited out; not at all when left out. */
  warningWaitSeconds?: number
  run: (scope: CheckScope) => Promise<CheckOutcome>
}>
