import { Ago } from '@/components/ui/ago'
import { StatusIcon } from '@/components/ui/status-icon'
import type { StepState } from '@/lib/contract/connection'

/** Where the step stands since it was last checked; holds its place while nothing is known. */
export function StatusLine({ state }: Readonly<{ state: StepState }>) {
  const { status, summary, checkedAt } = state
  if (status === 'todo' || !checkedAt) return null
  return (
    <p className="flex max-w-prose items-start gap-2.5">
      <StatusIcon status={status} className="mt-0.5" />
      <span>
        {status === 'passed' ? 'Passed' : (summary?.replace(/\.$/, '') ?? 'Not passed')}
        <span className="text-muted">
          {' '}
          · checked <Ago iso={checkedAt} /> ·{' '}
        </span>
        <a href="#check" className="rounded-sm text-accent underline underline-offset-[0.2em]">
          See the check
        </a>
      </span>
    </p>
  )
}
