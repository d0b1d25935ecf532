import { diagnose, diagnoseFinding } from '@/lib/diagnosis/diagnose'
import type { Failure, FailureSource } from '@/lib/diagnosis/failure'
import type { KnownFinding } from '@/lib/diagnosis/finding-rules'
import { TokenError } from '@/lib/entra/errors'
import { FinopsError } from '@/lib/finops/errors'
import { OutboundError } from '@/lib/http/outbound-error'
import { toFailure } from '@/lib/http/to-failure'
import { diagnosisContext } from '@/lib/proof/diagnosis-context'
import type { CheckOutcome } from '@/lib/proof/outcome'
import type { CheckScope, Found } from '@/lib/proof/scope'

type Failed = Extract<CheckOutcome, { verdict: 'failed' }>
type Call = Readonly<{ where: FailureSource; url: string }>

/** Runs `work`; where the network, Entra or F&O fails it, that becomes the outcome. */
export async function orFailed(
  scope: CheckScope,
  call: Call,
  work: () => Promise<CheckOutcome>,
): Promise<CheckOutcome> {
  const startedAt = performance.now()
  try {
    return await work()
  } catch (error) {
    const tookMs = Math.round(performance.now() - startedAt)
    const failure = toKnownFailure(error, { ...call, at: scope.now(), tookMs })
    if (!failure) throw error
    return failedWith(scope, failure)
  }
}

/** The evidence inside an error that a call to the outside may throw; undefined for any other. */
export function toKnownFailure(
  error: unknown,
  call: Call & Readonly<{ at: Date; tookMs: number }>,
): Failure | undefined {
  if (error instanceof TokenError || error instanceof FinopsError) return error.failure
  if (error instanceof OutboundError) return toFailure({ ...call, method: 'GET', error })
  return undefined
}

/** A failed outcome out of evidence; the diagnosis says it in words. */
export function failedWith(scope: CheckScope, failure: Failure): CheckOutcome {
  const diagnosis = diagnose(failure, diagnosisContext(scope))
  return { verdict: 'failed', summary: `${diagnosis.title}.`, evidence: [], failure, diagnosis }
}

/** A failed outcome out of what the chain itself found. */
export function failedFinding(
  scope: CheckScope,
  finding: KnownFinding,
  facts: CheckOutcome['evidence'] = [],
): Failed {
  const diagnosis = diagnoseFinding(finding, diagnosisContext(scope))
  const summary = `${diagnosis.title}.`
  return { verdict: 'failed', summary, evidence: facts, failure: null, diagnosis }
}

/** A warned outcome: the chain goes on, and what it found is said. */
export function warnedFinding(
  scope: CheckScope,
  finding: KnownFinding,
  told: Readonly<{ evidence: CheckOutcome['evidence']; found?: Partial<Found> }>,
): CheckOutcome {
  const diagnosis = diagnoseFinding(finding, diagnosisContext(scope))
  return { verdict: 'warned', summary: `${diagnosis.title}.`, diagnosis, ...told }
}
