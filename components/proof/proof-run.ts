import type { StepState } from '@/lib/contract/connection'
import type { Check, CheckVerdict, PlannedCheck, Proof, ProofEvent } from '@/lib/contract/proof'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'

/** Why a check has not ended yet although it was tried: shown with a clock that counts. */
export type Waiting = Readonly<{
  reason: string
  attempt: number
  sinceAt: string
  nextTryAt: string
  giveUpAt: string
  /** The likely cause, should the wait be in vain. */
  diagnosis: Diagnosis
}>

/** One link of the chain as the page draws it: planned, under way, or ended. */
export type Link = PlannedCheck &
  Readonly<
    | { state: 'queued' }
    | { state: 'running'; sinceAt: string }
    | { state: 'waiting'; waiting: Waiting }
    | { state: 'cancelled' }
    | { state: CheckVerdict; check: Check }
  >

/** A run of the proof chain as the browser sees it, from the button to the verdict. */
export type ProofRun =
  | Readonly<{ phase: 'idle' }>
  | Readonly<{ phase: 'starting' }>
  | Readonly<{ phase: 'running'; links: readonly Link[]; startedAt: string }>
  | Readonly<{ phase: 'finished'; links: readonly Link[]; proof: Proof; steps: StepState[] | null }>
  | Readonly<{ phase: 'cancelled'; links: readonly Link[] }>
  | Readonly<{
      phase: 'broken'
      links: readonly Link[]
      title: string
      requestId: string | null
    }>

/** What moves a run on: the page itself, or a line of the stream. */
export type ProofAction =
  | Readonly<{ type: 'start' }>
  | Readonly<{ type: 'event'; event: ProofEvent; at: string }>
  | Readonly<{ type: 'cancel' }>
  | Readonly<{ type: 'ended' }>
  | Readonly<{ type: 'broke'; title: string; requestId: string | null }>

/** Links of a run in any phase; none before the server has told its plan. */
export function linksOf(run: ProofRun): readonly Link[] {
  return 'links' in run ? run.links : []
}

/** A kept proof as a finished run, for a page that is opened again later. */
export function fromProof(proof: Proof): ProofRun {
  const links = proof.checks.map(toLink)
  if (proof.verdict === 'cancelled') return { phase: 'cancelled', links }
  return { phase: 'finished', links, proof, steps: null }
}

/**
 * The next state of a run.
 *
 * Events that come after the end, or that name a check the plan did not have, change nothing:
 * a cancelled request may still deliver a line.
 */
export function proofReducer(run: ProofRun, action: ProofAction): ProofRun {
  switch (action.type) {
    case 'start':
      return { phase: 'starting' }
    case 'cancel':
      return isUnderWay(run) ? { phase: 'cancelled', links: linksOf(run).map(stopped) } : run
    case 'broke':
      return isUnderWay(run) ? broken(run, action.title, action.requestId) : run
    case 'ended':
      return isUnderWay(run) ? broken(run, 'The check stopped before its verdict', null) : run
    case 'event':
      return isUnderWay(run) ? onEvent(run, action.event, action.at) : run
  }
}

/** Whether a verdict is still to come. */
export function isUnderWay(run: ProofRun): boolean {
  return run.phase === 'starting' || run.phase === 'running'
}

/** The first check that failed, or null. */
export function firstBreak(links: readonly Link[]): Check | null {
  for (const link of links) if (link.state === 'failed') return link.check
  return null
}

function onEvent(run: ProofRun, event: ProofEvent, at: string): ProofRun {
  const links = linksOf(run)
  const moved = (id: string, change: (link: Link) => Link): ProofRun => ({
    phase: 'running',
    links: links.map((link) => (link.id === id ? change(link) : link)),
    startedAt: run.phase === 'running' ? run.startedAt : at,
  })
  switch (event.type) {
    case 'started':
      return {
        phase: 'running',
        links: event.checks.map((planned) => ({ ...planned, state: 'queued' })),
        startedAt: at,
      }
    case 'running':
      return moved(event.checkId, (link) => running(link, at))
    case 'waiting':
      return moved(event.checkId, (link) => waitingLink(link, event, at))
    case 'checked':
      return moved(event.check.id, () => toLink(event.check))
    case 'finished':
      return {
        phase: 'finished',
        links: event.proof.checks.map(toLink),
        proof: event.proof,
        steps: event.steps,
      }
    case 'aborted':
      return broken(run, event.title, event.requestId)
  }
}

function toLink(check: Check): Link {
  const { id, step, title } = check
  return { id, step, title, state: check.verdict, check }
}

/** A check that waits is tried again and again; it stays `waiting` until it ends. */
function running(link: Link, at: string): Link {
  return link.state === 'waiting' ? link : { ...plan(link), state: 'running', sinceAt: at }
}

function waitingLink(
  link: Link,
  event: Extract<ProofEvent, { type: 'waiting' }>,
  at: string,
): Link {
  const { reason, attempt, nextTryAt, giveUpAt, diagnosis } = event
  const sinceAt = link.state === 'waiting' ? link.waiting.sinceAt : at
  return {
    ...plan(link),
    state: 'waiting',
    waiting: { reason, attempt, sinceAt, nextTryAt, giveUpAt, diagnosis },
  }
}

function stopped(link: Link): Link {
  return link.state === 'running' || link.state === 'waiting' || link.state === 'queued'
    ? { ...plan(link), state: 'cancelled' }
    : link
}

function broken(run: ProofRun, title: string, requestId: string | null): ProofRun {
  return { phase: 'broken', links: linksOf(run).map(stopped), title, requestId }
}

function plan({ id, step, title }: Link): PlannedCheck {
  return { id, step, title }
}
