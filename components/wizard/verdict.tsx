import { ArrowRight } from 'lucide-react'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Code } from '@/components/ui/code'
import { useDiagnosisView } from '@/components/wizard/diagnosis-slot'
import type { ProofRun } from '@/components/wizard/proof-run'
import type { StepOutcome } from '@/components/wizard/step-outcome'
import { pageAfter } from '@/components/wizard/wizard-pages'
import type { Check } from '@/lib/contract/proof'
import { type StepId, stepNumber } from '@/lib/steps/step'

type Props = Readonly<{
  connectionId: string
  step: StepId
  run: ProofRun
  outcome: StepOutcome
}>

/** How the run ended, and what to do next. */
export function Verdict({ connectionId, step, run, outcome }: Props) {
  switch (run.phase) {
    case 'idle':
    case 'starting':
    case 'running':
      return null
    case 'cancelled':
      return (
        <Callout tone="neutral" title="Cancelled">
          Nothing was changed. Check again whenever you like.
        </Callout>
      )
    case 'broken':
      return (
        <Callout tone="danger" title={run.title}>
          <p>The check itself stopped, so it says nothing about the step. Try it again.</p>
          {run.requestId ? (
            <p className="mt-1 text-muted text-sm">
              Request <Code>{run.requestId}</Code>
            </p>
          ) : null}
        </Callout>
      )
    case 'finished':
      return (
        <Finished
          connectionId={connectionId}
          step={step}
          outcome={outcome}
          // The sentence of a longer proof is about its own end, not about this step.
          sentence={run.proof.until === step ? run.proof.sentence : null}
        />
      )
  }
}

type FinishedProps = Omit<Props, 'run'> & Readonly<{ sentence: string | null }>

function Finished({ connectionId, step, outcome, sentence }: FinishedProps) {
  const next = pageAfter(connectionId, step)
  const told = outcome.warned.length > 0 ? 'You can go on.' : sentence
  const checks = outcome.broke ? [outcome.broke] : outcome.warned
  return (
    <div className="grid grid-cols-1 gap-4">
      {outcome.passed ? (
        <Callout tone="success" title={doneTitle(outcome, step)}>
          {told === null ? null : <p>{told}</p>}
          <div className="mt-3">
            <ButtonLink href={next.href} variant="primary" data-continue="">
              Continue to {next.name}
              <ArrowRight aria-hidden="true" />
            </ButtonLink>
          </div>
        </Callout>
      ) : null}
      {checks.map((check) => (
        <CheckDiagnosis key={check.id} connectionId={connectionId} step={step} check={check} />
      ))}
    </div>
  )
}

type CheckProps = Readonly<{ connectionId: string; step: StepId; check: Check }>

function CheckDiagnosis({ connectionId, step, check }: CheckProps) {
  const DiagnosisView = useDiagnosisView()
  const tone = check.verdict === 'failed' ? 'failed' : 'warned'
  if (!check.diagnosis) {
    return (
      <Callout tone={tone === 'failed' ? 'danger' : 'warning'} title={check.title}>
        {check.summary}
      </Callout>
    )
  }
  return (
    <DiagnosisView
      diagnosis={check.diagnosis}
      failure={check.failure}
      tone={tone}
      hereStep={step}
      connectionId={connectionId}
    />
  )
}

function doneTitle({ warned }: StepOutcome, step: StepId): string {
  const done = `Step ${stepNumber(step)} is done`
  if (warned.length === 0) return done
  return warned.length === 1 ? `${done}, with a warning` : `${done}, with ${warned.length} warnings`
}
