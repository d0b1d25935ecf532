import { Badge } from '@/components/ui/badge'
import { type StepId, stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

/** Which of the five steps it belongs to, or that it is no step's fault. */
export function StepBadge({ step }: Readonly<{ step: StepId | null }>) {
  if (step === null) return <Badge>No step to blame</Badge>
  return (
    <Badge tone="info">
      Step {stepNumber(step)}: {stepTitle(step)}
    </Badge>
  )
}
