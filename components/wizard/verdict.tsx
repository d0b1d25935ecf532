import { ArrowRight } from 'lucide-react'
import type { ProofRun } from '@/components/proof/proof-run'
import { RunEnd } from '@/components/proof/run-end'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import type { StepOutcome } from '@/components/wizard/step-outcome'
import { pageAfter } from '@/components/wizard/wizard-pages'
import { type StepId, stepNumber } from '@/lib/steps/step'

type Props = Readonly<{
  connectionId: string
  step: StepId
  run: ProofRun
  outcome: StepOutcome
}>

/** How the run ended, and what to do next; what broke is told in the chain itself. */
export function Verdict({ connectionId, step, run, outcome }: Props) {
  if (run.phase !== 'finished') return <RunEnd run={run} />
  if (!outcome.passed) return null
  const next = pageAfter(connectionId, step)
  // The sentence of a longer proof is about its own end, not about this step.
  const sentence = run.proof.until === step ? run.proof.sentence : null
  const told = outcome.warned.length > 0 ? 'You can go on.' : sentence
  return (
    <Callout tone="success" title={doneTitle(outcome, step)}>
      {told === null ? null : <p>{told}</p>}
      <div className="mt-3">
        <ButtonLink href={next.href} variant="primary" data-continue="">
          Continue to {next.name}
          <ArrowRight aria-hidden="true" />
        </ButtonLink>
      </div>
    </Callout>
  )
}

function doneTitle({ warned }: StepOutcome, step: StepId): string {
  const done = `Step ${stepNumber(step)} is done`
  if (warned.length === 0) return done
  return warned.length === 1 ? `${done}, with a warning` : `${done}, with ${warned.length} warnings`
}
