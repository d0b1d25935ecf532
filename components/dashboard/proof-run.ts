import type { Check, CheckVerdict, PlannedCheck, Proof, ProofEvent } from '@/lib/contract/proof'

/** One link of a chain that runs before one's eyes. */
export type RunLink = PlannedCheck &
  Readonly<{
    status: 'queued' | 'running' | 'waiting' | 'cancelled' | CheckVerdict
    /** What a waiting check waits for, and until when. */
    waiting: Readonly<{ reason: string; giveUpAt: string }> | null
    check: Check | null
  }>

/** A chain from its first event to its verdict. */
export type Run = Readonly<{
  links: readonly RunLink[]
  proof: Proof | null
  broken: Broken | null
}>

type Broken = Readonly<{ title: string; requestId: string | null }>

export const emptyRun: Run = { links: [], proof: null, broken: null }

/** The chain of a proof that was run before, as it ended. */
export function toRun(proof: Proof): Run {
  return { links: proof.checks.map(toLink), proof, broken: null }
}

/** `run` after one more event of its stream. */
export function advance(run: Run, event: ProofEvent): Run {
  switch (event.type) {
    case 'started':
      return { ...emptyRun, links: event.checks.map(toQueued) }
    case 'running':
      return change(run, event.checkId, (link) => ({ ...link, status: 'running', waiting: null }))
    case 'waiting': {
      const { reason, giveUpAt } = event
      return change(run, event.checkId, (link) => ({
        ...link,
        status: 'waiting',
        waiting: { reason, giveUpAt },
      }))
    }
    case 'checked':
      return change(run, event.check.id, () => toLink(event.check))
    case 'finished':
      return toRun(event.proof)
    case 'aborted':
      return halt(run, { title: event.title, requestId: event.requestId })
  }
}

/** `run` stopped before its verdict: by the person (`broken` null) or by something that gave way. */
export function halt(run: Run, broken: Broken | null): Run {
  const links = run.links.map((link) =>
    link.check === null ? { ...link, status: 'cancelled' as const, waiting: null } : link,
  )
  return { links, proof: null, broken }
}

function toQueued(planned: PlannedCheck): RunLink {
  return { ...planned, status: 'queued', waiting: null, check: null }
}

function toLink(check: Check): RunLink {
  const { id, step, title, verdict } = check
  return { id, step, title, status: verdict, waiting: null, check }
}

function change(run: Run, checkId: string, to: (link: RunLink) => RunLink): Run {
  return { ...run, links: run.links.map((link) => (link.id === checkId ? to(link) : link)) }
}
