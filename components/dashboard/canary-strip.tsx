import { runLine } from '@/components/dashboard/canary-words'
import { cx } from '@/components/ui/cx'
import type { CanaryRun, CanaryVerdict } from '@/lib/contract/canary'

const fills: Readonly<Record<CanaryVerdict, string>> = {
  passed: 'bg-success',
  slow: 'bg-warning',
  throttled: 'bg-warning',
  failed: 'bg-danger',
  unclear: 'bg-line-strong',
  skipped: 'bg-line',
}

const shownMax = 72
const shortest = 30

type Props = Readonly<{ runs: readonly CanaryRun[]; latencyLimitMs: number }>

/** The newest runs as bars, the newest at the right: colour tells the verdict, height the latency. */
export function CanaryStrip({ runs, latencyLimitMs }: Props) {
  const shown = runs.slice(0, shownMax).toReversed()
  const passed = shown.filter(({ verdict }) => verdict === 'passed').length
  return (
    <div>
      <ol
        aria-label={`The last ${shown.length} runs, ${passed} of them passed`}
        className="flex h-12 items-end gap-px sm:gap-0.5"
      >
        {shown.map((run) => (
          <li
            key={run.dueAt}
            title={runLine(run)}
            style={{ height: `${heightOf(run, latencyLimitMs)}%` }}
            className={cx('min-w-0.5 max-w-3 flex-1 rounded-sm', fills[run.verdict])}
          >
            <span className="sr-only">{runLine(run)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** A run without a latency fills the height where it went wrong, and is a stub where it did not run. */
function heightOf({ verdict, latencyMs }: CanaryRun, limitMs: number): number {
  if (verdict === 'skipped' || verdict === 'unclear') return shortest
  if (latencyMs === null) return 100
  return Math.min(100, shortest + ((100 - shortest) * latencyMs) / limitMs)
}
