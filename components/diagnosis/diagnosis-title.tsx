import { ArrowRight, CircleX, TriangleAlert } from 'lucide-react'
import { paths } from '@/components/shell/paths'
import { TextLink } from '@/components/ui/text-link'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { type StepId, stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

type Props = Readonly<{
  diagnosis: Diagnosis
  tone: 'failed' | 'warned'
  hereStep: StepId | null
  connectionId: string | null
}>

/** The step to blame comes first: nobody should mend the page they happen to stand on. */
export function DiagnosisTitle({ diagnosis, tone, hereStep, connectionId }: Props) {
  const { step } = diagnosis
  const Icon = tone === 'failed' ? CircleX : TriangleAlert
  const elsewhere = step !== null && hereStep !== null && step !== hereStep
  return (
    <div className="flex items-start gap-3">
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0">
        <p className="font-medium text-sm">{where(diagnosis, elsewhere)}</p>
        <h3 className="mt-0.5 font-semibold text-ink text-lg">{diagnosis.title}</h3>
        {step !== null && connectionId !== null && step !== hereStep ? (
          <p className="mt-1.5 text-sm">
            <TextLink href={paths.setup(connectionId, step)}>
              Go to step {stepNumber(step)}, {stepTitle(step)}
              <ArrowRight aria-hidden="true" className="ml-1 inline size-4 align-text-bottom" />
            </TextLink>
          </p>
        ) : null}
      </div>
    </div>
  )
}

function where({ step, confidence }: Diagnosis, elsewhere: boolean): string {
  const guessed = confidence === 'possible'
  if (step === null) return guessed ? 'No step can be named' : 'None of the five steps is to blame'
  const name = `Step ${stepNumber(step)}, ${stepTitle(step)}`
  if (elsewhere) return `This is not about the step on this page. It belongs to ${name}`
  return guessed ? `Perhaps: ${name}` : name
}
