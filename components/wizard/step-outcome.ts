import { firstBreak, type Link, linksOf, type ProofRun } from '@/components/proof/proof-run'
import type { StepState } from '@/lib/contract/connection'
import type { Check, Proof } from '@/lib/contract/proof'
import type { StepId } from '@/lib/steps/step'

/** What a run says about one step. */
export type StepOutcome = Readonly<{
  /** The links up to the step's last one; a proof of later steps has more. */
  links: readonly Link[]
  broke: Check | null
  warned: readonly Check[]
  passed: boolean
}>

/** Reads out of a run what concerns `step`: everything up to the last check that belongs to it. */
export function stepOutcome(run: ProofRun, step: StepId): StepOutcome {
  const all = linksOf(run)
  const last = all.findLastIndex((link) => link.step === step)
  const links = last === -1 ? all : all.slice(0, last + 1)
  const broke = firstBreak(links)
  const warned = links.flatMap((link) => (link.state === 'warned' ? [link.check] : []))
  const passed = run.phase === 'finished' && last !== -1 && links.every(isGood)
  return { links, broke, warned, passed }
}

/** The newest kept proof that tells of `state.step`; none once the step was set back to todo. */
export function keptProof(proofs: readonly Proof[], state: StepState): Proof | null {
  if (state.status === 'todo') return null
  return (
    proofs.find(
      (proof) =>
        proof.verdict !== 'cancelled' && proof.checks.some((check) => check.step === state.step),
    ) ?? null
  )
}

function isGood(link: Link): boolean {
  return link.state === 'passed' || link.state === 'warned' || link.state === 'skipped'
}
