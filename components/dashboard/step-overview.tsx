import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { Badge } from '@/components/ui/badge'
import { cx } from '@/components/ui/cx'
import { StatusIcon } from '@/components/ui/status-icon'
import type { Connection, StepState } from '@/lib/contract/connection'
import { stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

const quietSummary: Readonly<Record<StepState['status'], string>> = {
  todo: 'Not done yet.',
  checking: 'Being checked now.',
  passed: 'Proven.',
  failed: 'Broken.',
  blocked: 'Waits for an earlier step.',
  unclear: 'Could not be checked.',
}

const loud: Partial<Record<StepState['status'], string>> = {
  failed: 'text-danger',
  unclear: 'text-warning',
}

/** The five steps, each with how it stands and the way to its page. */
export function StepOverview({ connection }: Readonly<{ connection: Connection }>) {
  return (
    <section
      aria-labelledby="steps-title"
      className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface"
    >
      <h2 id="steps-title" className="border-b border-line px-5 py-3.5 font-semibold">
        The five steps
      </h2>
      <ol className="divide-y divide-line">
        {connection.steps.map((state, index) => (
          <StepRow
            key={state.step}
            connectionId={connection.id}
            state={state}
            summary={summaryAfter(connection.steps[index - 1], state)}
          />
        ))}
      </ol>
    </section>
  )
}

/** What keeps several steps from being checked is told once. */
function summaryAfter(former: StepState | undefined, { status, summary }: StepState): string {
  const told = status === 'unclear' && former?.summary === summary
  return told ? 'Could not be checked either.' : (summary ?? quietSummary[status])
}

type RowProps = Readonly<{ connectionId: string; state: StepState; summary: string }>

function StepRow({ connectionId, state, summary }: RowProps) {
  return (
    <li>
      <Link
        href={paths.setup(connectionId, state.step)}
        className="group flex items-start gap-3 px-5 py-3.5 -outline-offset-2 transition-colors hover:bg-sunken"
      >
        <StatusIcon status={state.status} className="mt-0.5" />
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">
              {stepNumber(state.step)}. {stepTitle(state.step)}
            </span>
            {state.warnings > 0 ? (
              <Badge tone="warning">
                {state.warnings === 1 ? '1 warning' : `${state.warnings} warnings`}
              </Badge>
            ) : null}
          </span>
          <span className={cx('block text-sm', loud[state.status] ?? 'text-muted')}>{summary}</span>
        </span>
        <span className="mt-0.5 flex shrink-0 items-center gap-2 text-sm text-faint">
          {state.checkedAt ? <Ago iso={state.checkedAt} className="max-sm:hidden" /> : null}
          <ChevronRight aria-hidden="true" className="size-4 group-hover:text-ink" />
        </span>
      </Link>
    </li>
  )
}
