import { dueAfter } from '@/lib/canaries/due-times'
import type { CanaryOutcome } from '@/lib/canaries/outcome'
import type { CanaryRow } from '@/lib/canaries/stored'
import type { CanaryVerdict } from '@/lib/contract/canary'

const holdMsMax = 60 * 60_000
const minuteMs = 60_000

type After = Pick<
  CanaryRow,
  'nextDueAt' | 'heldUntil' | 'throttledInARow' | 'failedInARow' | 'failingSince' | 'lastPassedAt'
>

/**
 * What a run means for its canary. A throttled one backs off: as long as the environment asked, and
 * twice as long each time in a row, up to an hour. Runs that tell nothing of the connection (skipped,
 * unclear) change no count.
 */
export function afterRun(before: CanaryRow, outcome: CanaryOutcome, at: Date): After {
  return { ...healthAfter(before, outcome.verdict, at), ...holdAfter(before, outcome, at) }
}

function healthAfter(
  before: CanaryRow,
  verdict: CanaryVerdict,
  at: Date,
): Pick<After, 'failedInARow' | 'failingSince' | 'lastPassedAt'> {
  const { failedInARow, failingSince, lastPassedAt } = before
  switch (verdict) {
    case 'passed':
    case 'slow':
      return { failedInARow: 0, failingSince: null, lastPassedAt: at }
    case 'failed':
    case 'throttled':
      return { failedInARow: failedInARow + 1, failingSince: failingSince ?? at, lastPassedAt }
    case 'unclear':
    case 'skipped':
      return { failedInARow, failingSince, lastPassedAt }
  }
}

function holdAfter(
  before: CanaryRow,
  outcome: CanaryOutcome,
  at: Date,
): Pick<After, 'nextDueAt' | 'heldUntil' | 'throttledInARow'> {
  const { nextDueAt } = before
  if (outcome.verdict === 'skipped' || outcome.verdict === 'unclear') {
    return { nextDueAt, heldUntil: before.heldUntil, throttledInARow: before.throttledInARow }
  }
  if (outcome.verdict !== 'throttled') return { nextDueAt, heldUntil: null, throttledInARow: 0 }
  const steps = Math.min(before.throttledInARow, 6)
  const backOffMs = before.everyMinutes * minuteMs * 2 ** steps
  const ms = Math.min(holdMsMax, Math.max(outcome.retryAfterMs ?? 0, backOffMs))
  const heldUntil = new Date(at.getTime() + ms)
  return {
    nextDueAt: nextDueAt && dueAfter(before, heldUntil),
    heldUntil,
    throttledInARow: before.throttledInARow + 1,
  }
}
