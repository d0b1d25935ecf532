import type { Logger } from 'pino'
import { diagnose } from '@/lib/diagnosis/diagnose'
import { diagnosisContext } from '@/lib/proof/diagnosis-context'
import type { ProofLink } from '@/lib/proof/link'
import type { CheckOutcome } from '@/lib/proof/outcome'
import { ownFailure } from '@/lib/proof/own-failure'
import type { CheckScope } from '@/lib/proof/scope'

/** One try of one link; undefined when the run was cancelled while it was under way. */
export type Attempt = Readonly<{ outcome: CheckOutcome; tookMs: number }>

/**
 * Runs `link` once, for at most its time limit, also where it does not listen to its signal.
 *
 * Never throws: what a check did not foresee becomes a failed outcome, since a run without a
 * verdict helps nobody.
 */
export async function attempt(
  link: ProofLink,
  scope: CheckScope,
  log: Logger,
): Promise<Attempt | undefined> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), link.timeoutMs)
  const startedAt = performance.now()
  const signal = AbortSignal.any([scope.signal, limit.signal])
  try {
    const ended = await Promise.race([settle(link, { ...scope, signal }, log), abortOf(signal)])
    if (scope.signal.aborted) return undefined
    const tookMs = Math.round(performance.now() - startedAt)
    const given = limit.signal.aborted ? undefined : ended
    return { outcome: given ?? outOfTime(link, scope, tookMs), tookMs }
  } finally {
    clearTimeout(timer)
  }
}

async function settle(link: ProofLink, scope: CheckScope, log: Logger): Promise<CheckOutcome> {
  try {
    return await link.run(scope)
  } catch (error) {
    if (!scope.signal.aborted) log.error({ err: error, check: link.id }, 'a check threw')
    return failedByUs(link, scope, {
      code: 'unexpected',
      message: 'Fivestep itself failed while checking this; the log of the server tells more.',
      tookMs: 0,
    })
  }
}

function abortOf(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
}

function outOfTime(link: ProofLink, scope: CheckScope, tookMs: number): CheckOutcome {
  const seconds = Math.round(link.timeoutMs / 1000)
  return failedByUs(link, scope, {
    code: 'timed_out',
    message: `No complete answer within ${seconds} s.`,
    tookMs,
  })
}

function failedByUs(
  link: ProofLink,
  scope: CheckScope,
  facts: Readonly<{ code: string; message: string; tookMs: number }>,
): CheckOutcome {
  const where = facts.code === 'unexpected' ? 'fivestep' : link.asks
  const failure = ownFailure(scope, { where, ...facts })
  const diagnosis = diagnose(failure, diagnosisContext(scope))
  return { verdict: 'failed', summary: facts.message, evidence: [], failure, diagnosis }
}
