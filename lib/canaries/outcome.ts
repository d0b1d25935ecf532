import type { CanaryVerdict } from '@/lib/contract/canary'
import type { StepId } from '@/lib/steps/step'

/** What came of one run. */
export type CanaryOutcome = Readonly<{
  verdict: CanaryVerdict
  breakCheck: string | null
  breakStep: StepId | null
  breakRule: string | null
  headline: string | null
  /** Milliseconds by check. */
  took: Readonly<Record<string, number>>
  latencyMs: number | null
  rows: number | null
  calls: number
  throttled: number
  /** How long the environment asked to be left alone. */
  retryAfterMs: number | null
  proofId: string | null
}>

/** A run that never began. */
export const skippedOutcome: CanaryOutcome = {
  verdict: 'skipped',
  breakCheck: null,
  breakStep: null,
  breakRule: null,
  headline: 'A maintenance window: it did not run.',
  took: {},
  latencyMs: null,
  rows: null,
  calls: 0,
  throttled: 0,
  retryAfterMs: null,
  proofId: null,
}

/** A run that Fivestep itself did not bring to an end. */
export function unclearOutcome(headline: string): CanaryOutcome {
  return { ...skippedOutcome, verdict: 'unclear', headline }
}
