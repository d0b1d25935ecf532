import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Check, ProofEvent } from '@/lib/contract/proof'
import { clip } from '@/lib/diagnosis/clip'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { attempt } from '@/lib/proof/attempt'
import type { ProofLink } from '@/lib/proof/link'
import type { CheckOutcome } from '@/lib/proof/outcome'
import type { CheckScope, Found } from '@/lib/proof/scope'
import { waitingFor } from '@/lib/proof/waiting-for'

/** What a chain is run with. */
export type ChainRun = Readonly<{
  links: readonly ProofLink[]
  /** Called before each attempt, with all that was found so far. */
  scopeWith: (found: Partial<Found>) => Omit<CheckScope, 'tries'>
  waitSeconds: number
  log: Logger
}>

/** How far a chain has come; filled in while it runs, so that what broke it off loses nothing. */
export type ChainProgress = {
  checks: Check[]
  found: Partial<Found>
  firstBreak: Check | undefined
  cancelled: boolean
}

type ChainEvent = Extract<ProofEvent, { type: 'running' | 'waiting' | 'checked' }>

const waitSecondsMin = 2
const waitSecondsMax = 5

/** A chain that has not begun. */
export function newProgress(): ChainProgress {
  return { checks: [], found: {}, firstBreak: undefined, cancelled: false }
}

/**
 * Runs the links in order and tells of each as it goes. The first failure ends it: links after
 * it are reported as blocked, and so are those after a cancellation.
 */
export async function* runChain(
  run: ChainRun,
  progress: ChainProgress,
): AsyncGenerator<ChainEvent, void> {
  for (const link of run.links) {
    const at = run.scopeWith(progress.found).now().toISOString()
    yield { type: 'running', checkId: link.id, at }
    const done = yield* tryUntilHealed(link, run, progress.found)
    if (!done) {
      progress.cancelled = true
      break
    }
    const check = toCheck(link, done.outcome, done.tookMs)
    progress.checks.push(check)
    if (done.outcome.verdict === 'failed') progress.firstBreak = check
    else progress.found = { ...progress.found, ...done.outcome.found }
    yield { type: 'checked', check }
    if (progress.firstBreak) break
  }

  const reached = progress.checks.length
  blockTheRest(run.links, progress)
  for (const check of progress.checks.slice(reached)) yield { type: 'checked', check }
}

/** Gives every link that was not reached its verdict, so that a run has one for each. */
export function blockTheRest(links: readonly ProofLink[], progress: ChainProgress): void {
  for (const link of links.slice(progress.checks.length)) {
    progress.checks.push(blocked(link, progress.firstBreak))
  }
}

/** A timer may fire this much early; what is left then is no time to wait once more. */
const timerSlackMs = 20

/** Tries again, visibly, as long as the failure may heal by itself and the time for it lasts. */
async function* tryUntilHealed(
  link: ProofLink,
  run: ChainRun,
  found: Partial<Found>,
): AsyncGenerator<ChainEvent, { outcome: CheckOutcome; tookMs: number } | undefined> {
  const startedAt = performance.now()
  for (let tries = 1; ; tries += 1) {
    const scope = { ...run.scopeWith(found), tries }
    const done = await attempt(link, scope, run.log)
    if (!done) return undefined
    const { outcome } = done
    const tookMs = performance.now() - startedAt
    const leftMs = secondsToHeal(outcome, link, run) * 1000 - tookMs
    const hope = leftMs > timerSlackMs ? hopeOf(outcome) : undefined
    if (!hope) return { outcome, tookMs: Math.round(tookMs) }

    const pauseMs = Math.min(leftMs, 1000 * Math.min(waitSecondsMax, waitSecondsMin + tries - 1))
    const nowMs = scope.now().getTime()
    yield {
      type: 'waiting',
      checkId: link.id,
      reason: waitingFor(hope, 'failure' in outcome ? outcome.failure : null),
      attempt: tries,
      nextTryAt: new Date(nowMs + pauseMs).toISOString(),
      giveUpAt: new Date(nowMs + leftMs).toISOString(),
      diagnosis: hope,
    }
    if (!(await pause(pauseMs, scope.signal))) return undefined
  }
}

function secondsToHeal({ verdict }: CheckOutcome, link: ProofLink, run: ChainRun): number {
  if (verdict === 'failed') return run.waitSeconds
  return Math.min(run.waitSeconds, link.warningWaitSeconds ?? 0)
}

/** The diagnosis of what may be gone a moment later. */
function hopeOf(outcome: CheckOutcome): Diagnosis | undefined {
  const diagnosis = 'diagnosis' in outcome ? outcome.diagnosis : undefined
  return diagnosis?.mayHealByWaiting ? diagnosis : undefined
}

/** False when the run was cancelled meanwhile. */
async function pause(pauseMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(pauseMs, undefined, { signal })
    return true
  } catch {
    // Only the signal ends a sleep early.
    return false
  }
}

/** A sentence that names what an upstream calls its things stays one. */
const summaryMax = 600

function toCheck(link: ProofLink, outcome: CheckOutcome, tookMs: number): Check {
  return {
    id: link.id,
    step: link.step,
    title: link.title,
    verdict: outcome.verdict,
    summary: clip(outcome.summary, summaryMax),
    evidence: [...outcome.evidence],
    tookMs,
    diagnosis: 'diagnosis' in outcome ? outcome.diagnosis : null,
    failure: 'failure' in outcome ? outcome.failure : null,
  }
}

function blocked(link: ProofLink, firstBreak: Check | undefined): Check {
  const why = firstBreak
    ? `Not reached: "${firstBreak.title}" has to work first.`
    : 'Not reached: the run was cancelled.'
  return {
    id: link.id,
    step: link.step,
    title: link.title,
    verdict: 'blocked',
    summary: why,
    evidence: [],
    tookMs: 0,
    diagnosis: null,
    failure: null,
  }
}
