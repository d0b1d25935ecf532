import Link from 'next/link'
import { dayWords, hoursOf, type RunDay, toRunDays } from '@/components/proof/run-days'
import { type MarkKind, markKind, markWords, RunMark } from '@/components/proof/run-mark'
import { paths } from '@/components/shell/paths'
import { cx } from '@/components/ui/cx'
import { toMoment } from '@/components/ui/duration'
import type { ProofSummary } from '@/lib/contract/proof'

type Props = Readonly<{
  connectionId: string
  proofs: readonly ProofSummary[]
  /** The run whose page this is. */
  currentId?: string
}>

/** A history as a picture: one mark a run, day after day; each leads to its proof. One run makes none. */
export function RunTimeline({ connectionId, proofs, currentId }: Props) {
  if (proofs.length < 2) return null
  const kinds = new Set(proofs.map(markKind))
  return (
    <div className="flex flex-col gap-3 border-line border-b px-5 py-4">
      <ol aria-label="Runs, oldest first" className="flex flex-wrap gap-x-4 gap-y-3">
        {toRunDays(proofs).map((day) => (
          <Day key={day.day} day={day} connectionId={connectionId} currentId={currentId} />
        ))}
      </ol>
      <ul aria-label="Signs" className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
        {order
          .filter((kind) => kinds.has(kind))
          .map((kind) => (
            <li key={kind} className="flex items-center gap-1.5">
              <RunMark kind={kind} />
              {markWords[kind]}
            </li>
          ))}
      </ul>
    </div>
  )
}

const order: readonly MarkKind[] = ['passed', 'warned', 'failed', 'cancelled']

type DayProps = Readonly<{ day: RunDay; connectionId: string; currentId: string | undefined }>

function Day({ day, connectionId, currentId }: DayProps) {
  return (
    <li>
      <ol className="-mx-1 flex flex-wrap">
        {day.runs.map((run) => (
          <li key={run.id}>
            <Link
              href={paths.proof(connectionId, run.id)}
              aria-current={run.id === currentId ? 'page' : undefined}
              title={label(run)}
              className={cx(
                'grid h-8 w-6 place-items-center rounded-sm transition-colors hover:bg-sunken',
                run.id === currentId && 'bg-sunken ring-1 ring-line-strong',
              )}
            >
              <RunMark kind={markKind(run)} />
              <span className="sr-only">{label(run)}</span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="mt-0.5 text-muted text-xs tabular-nums">
        <time dateTime={day.day}>{dayWords(day.day)}</time>{' '}
        <span className="text-faint">{hoursOf(day)}</span>
      </p>
    </li>
  )
}

function label(run: ProofSummary): string {
  return `${markWords[markKind(run)]}, ${toMoment(run.finishedAt)}`
}
