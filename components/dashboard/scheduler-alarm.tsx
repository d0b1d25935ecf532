import { Ago } from '@/components/ui/ago'
import { Callout } from '@/components/ui/callout'
import type { SchedulerState } from '@/lib/contract/dashboard'

/** Nobody looks: then a green wall means nothing, and that is said before anything else. */
export function SchedulerAlarm({ scheduler }: Readonly<{ scheduler: SchedulerState }>) {
  const { isSilent, beatAt, overdue } = scheduler
  if (isSilent) {
    return (
      <Callout tone="danger" title="The scheduler has stopped" live={true}>
        {beatAt ? (
          <>
            No server has looked for due canaries since <Ago iso={beatAt} />.{' '}
          </>
        ) : (
          'No server has ever looked for due canaries. '
        )}
        What stands below is what was known then. Restart Fivestep and look into its log.
      </Callout>
    )
  }
  if (overdue === 0) return null
  return (
    <Callout tone="warning" title={overdueTitle(overdue)}>
      The scheduler is alive and does not keep up: runs take too long, or there are too many.
    </Callout>
  )
}

function overdueTitle(overdue: number): string {
  return overdue === 1 ? 'One canary is overdue' : `${overdue} canaries are overdue`
}
