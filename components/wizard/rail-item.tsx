import { FlaskConical } from 'lucide-react'
import Link from 'next/link'
import { cx } from '@/components/ui/cx'
import { StatusIcon, statusWord } from '@/components/ui/status-icon'
import type { StepStatus } from '@/lib/steps/step'

type Props = Readonly<{
  /** Null for the test, which is no step. */
  number: number | null
  name: string
  href: string
  current: boolean
  status: StepStatus
  /** False where the page can be opened but cannot succeed yet. */
  ready: boolean
}>

/** One page of the wizard in the rail: its number, its name, and how it stands. */
export function RailItem({ number, name, href, current, status, ready }: Props) {
  return (
    <li className="min-w-0 flex-1 lg:flex-none">
      <Link
        href={href}
        aria-current={current ? 'step' : undefined}
        className={cx(
          'flex items-center gap-3 rounded-md border-2 px-1 py-2 max-lg:flex-col max-lg:gap-1 lg:border-y-0 lg:border-r-0 lg:py-2.5 lg:pl-3.5',
          current
            ? 'border-accent bg-surface text-ink lg:bg-accent-soft'
            : 'border-transparent text-muted hover:bg-sunken hover:text-ink',
        )}
      >
        <span className="grid size-7 shrink-0 place-items-center">
          <RailMark number={number} status={status} ready={ready} />
        </span>
        <span className={cx('min-w-0 text-sm max-lg:sr-only', current && 'font-semibold')}>
          {number === null ? name : `${number}. ${name}`}
          {number === null ? null : <span className="sr-only">, {statusWord(status)}</span>}
        </span>
      </Link>
    </li>
  )
}

type MarkProps = Readonly<{ number: number | null; status: StepStatus; ready: boolean }>

function RailMark({ number, status, ready }: MarkProps) {
  if (number === null) {
    return (
      <FlaskConical
        aria-hidden="true"
        className={cx('size-5', ready ? 'text-accent' : 'text-faint')}
      />
    )
  }
  if (status === 'todo' || status === 'blocked') {
    return (
      <span
        aria-hidden="true"
        className="grid size-6 place-items-center rounded-full border border-line-strong font-medium text-xs"
      >
        {number}
      </span>
    )
  }
  return <StatusIcon status={status} silent className="size-6" />
}
