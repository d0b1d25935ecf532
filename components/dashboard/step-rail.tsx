import { stepsPassed } from '@/components/dashboard/next-act'
import { cx } from '@/components/ui/cx'
import { statusWord } from '@/components/ui/status-icon'
import type { Connection } from '@/lib/contract/connection'
import { type StepStatus, stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

const fills: Readonly<Record<StepStatus, string>> = {
  todo: 'border-line-strong bg-transparent',
  checking: 'border-accent bg-accent/40 animate-pulse motion-reduce:animate-none',
  passed: 'border-accent bg-accent',
  failed: 'border-danger bg-danger',
  blocked: 'border-line bg-sunken',
  unclear: 'border-warning bg-warning/30',
}

function summary(steps: Connection['steps']): string {
  const failed = steps.find((state) => state.status === 'failed')
  if (failed) return `Step ${stepNumber(failed.step)} is broken`
  if (steps.some((state) => state.status === 'unclear')) return 'Could not be checked'
  const passed = stepsPassed(steps)
  if (passed === 5) return 'All five steps passed'
  return passed === 0 ? 'Not begun' : `${passed} of 5 steps passed`
}

function summaryLook(steps: Connection['steps']): string {
  if (steps.some((state) => state.status === 'failed')) return 'font-medium text-danger'
  const unclear = steps.some((state) => state.status === 'unclear')
  return unclear ? 'font-medium text-warning' : 'text-muted'
}

/** The five steps as five segments; the words under it say the same. */
export function StepRail({ steps }: Readonly<{ steps: Connection['steps'] }>) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <ol className="flex gap-1">
        {steps.map((state) => (
          <li
            key={state.step}
            title={`${stepNumber(state.step)}. ${stepTitle(state.step)}: ${statusWord(state.status)}`}
            className={cx('h-2 min-w-4 flex-1 rounded-full border', fills[state.status])}
          >
            <span className="sr-only">
              {`Step ${stepNumber(state.step)}, ${stepTitle(state.step)}: ${statusWord(state.status)}`}
            </span>
          </li>
        ))}
      </ol>
      <span className={cx('text-sm', summaryLook(steps))}>{summary(steps)}</span>
    </div>
  )
}
