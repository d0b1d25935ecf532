import { type CanaryOutcome, unclearOutcome } from '@/lib/canaries/outcome'
import type { Canary, CanaryVerdict } from '@/lib/contract/canary'
import type { Proof } from '@/lib/contract/proof'
import { parseRetryAfterMs } from '@/lib/http/retry-after'
import type { Context } from '@/lib/log/context'
import { chosenReadId, proveRead, type ReadProof } from '@/lib/proof/prove-read'

/** Proves what a canary is for; undefined when it was cancelled. */
export type Prover = (ctx: Context, canary: Canary) => Promise<CanaryOutcome | undefined>

/** Asks Microsoft, as everything else does. */
export const proveCanary: Prover = async (ctx, canary) => {
  const { connectionId } = canary
  const shouldKeep = (proof: Proof) => turns(canary, proof)
  const done = await proveRead(ctx, { connectionId, read: canary, shouldKeep })
  if (done.proof.verdict === 'cancelled') return undefined
  return toOutcome(done, ctx.now())
}

/** A proof is kept where it breaks elsewhere than the run before did, or works again. */
function turns({ lastRun }: Canary, { firstBreak }: Proof): boolean {
  return lastRun === null || lastRun.breakCheck !== firstBreak
}

function toOutcome(done: ReadProof, now: Date): CanaryOutcome {
  const { proof, firstBreak, isKept, latencyMs, rows, calls, throttled } = done
  const verdict = verdictOf(done)
  if (verdict === 'unclear') return unclearOutcome(firstBreak?.summary ?? 'It broke off.')
  const concern = verdict === 'slow' ? chosenRead(done) : firstBreak
  const headline = concern ? (concern.diagnosis?.title ?? concern.summary) : null
  return {
    verdict,
    breakCheck: firstBreak?.id ?? null,
    breakStep: firstBreak?.diagnosis ? firstBreak.diagnosis.step : (firstBreak?.step ?? null),
    breakRule: concern?.diagnosis?.rule ?? null,
    headline,
    took: tookOf(proof),
    latencyMs,
    rows,
    calls,
    throttled,
    retryAfterMs: parseRetryAfterMs(firstBreak?.failure?.headers['retry-after'], now) ?? null,
    proofId: isKept ? proof.id : null,
  }
}

function verdictOf(done: ReadProof): CanaryVerdict {
  const { firstBreak } = done
  if (!firstBreak) return chosenRead(done)?.verdict === 'warned' ? 'slow' : 'passed'
  if (firstBreak.failure?.status === 429) return 'throttled'
  const isOurs =
    firstBreak.failure?.where === 'fivestep' && firstBreak.failure.code === 'unexpected'
  return isOurs ? 'unclear' : 'failed'
}

function chosenRead({ proof }: ReadProof) {
  return proof.checks.find(({ id }) => id === chosenReadId)
}

/** Links that were not reached took nothing. */
function tookOf({ checks }: Proof): Record<string, number> {
  const reached = checks.filter(({ verdict }) => verdict !== 'blocked')
  return Object.fromEntries(reached.map(({ id, tookMs }) => [id, Math.round(tookMs)]))
}
