import { ChevronDown } from 'lucide-react'
import { Elapsed } from '@/components/proof/elapsed'
import { LinkFindings } from '@/components/proof/link-findings'
import type { Link } from '@/components/proof/proof-run'
import { tookOf, toTook } from '@/components/proof/took'
import { TookBar } from '@/components/proof/took-bar'
import { WaitingClock } from '@/components/proof/waiting-clock'
import { cx } from '@/components/ui/cx'
import { StatusIcon, statusWord } from '@/components/ui/status-icon'
import type { Check } from '@/lib/contract/proof'
import { type StepId, stepNumber } from '@/lib/steps/step'

const rowLook =
  'grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-2 px-4 py-2.5 sm:gap-x-3 sm:px-5'

const quiet: ReadonlySet<Link['state']> = new Set(['queued', 'blocked', 'skipped', 'cancelled'])

type Props = Readonly<{
  link: Link
  /** What the slowest link of the run took. */
  slowestMs: number
  connectionId: string
  hereStep: StepId | null
}>

/** One check: what it asks, how it ended and how long it took; what it found is one press away. */
export function ChainLink({ link, slowestMs, connectionId, hereStep }: Props) {
  const check = 'check' in link ? link.check : null
  if (!check || !hasFindings(check)) {
    return (
      <li className={rowLook}>
        <LinkRow link={link} slowestMs={slowestMs} unfolds={false} />
      </li>
    )
  }
  const opens = check.verdict === 'failed' || (check.verdict === 'warned' && hereStep !== null)
  return (
    <li>
      <details open={opens} className="group">
        <summary
          className={cx(
            rowLook,
            '-outline-offset-2 list-none hover:bg-sunken [&::-webkit-details-marker]:hidden',
          )}
        >
          <LinkRow link={link} slowestMs={slowestMs} unfolds={true} />
        </summary>
        <LinkFindings check={check} connectionId={connectionId} hereStep={hereStep} />
      </details>
    </li>
  )
}

function hasFindings(check: Check): boolean {
  return check.evidence.length > 0 || check.diagnosis !== null || check.failure !== null
}

type RowProps = Readonly<{ link: Link; slowestMs: number; unfolds: boolean }>

function LinkRow({ link, slowestMs, unfolds }: RowProps) {
  return (
    <>
      <StatusIcon
        status={link.state === 'queued' ? 'todo' : link.state}
        silent
        className="mt-0.5"
      />
      <span className="block min-w-0">
        <span className={cx('block', quiet.has(link.state) ? 'text-muted' : 'font-medium')}>
          {link.title}
          <span className="sr-only">, {statusWord(link.state)}</span>
        </span>
        <LinkDetail link={link} />
      </span>
      <span className="flex items-start gap-2 whitespace-nowrap sm:gap-3 text-faint text-sm tabular-nums">
        <span className="max-sm:sr-only">Step {stepNumber(link.step)}</span>
        <LinkTime link={link} slowestMs={slowestMs} />
        <ChevronDown
          aria-hidden="true"
          className={cx(
            'mt-1 size-4 transition-transform duration-100 group-open:rotate-180',
            !unfolds && 'invisible',
          )}
        />
      </span>
    </>
  )
}

function LinkTime({ link, slowestMs }: Readonly<{ link: Link; slowestMs: number }>) {
  const tookMs = tookOf(link)
  return (
    <span className="flex w-10 flex-col max-sm:text-xs sm:w-14 items-end gap-1">
      {link.state === 'running' ? <Elapsed sinceIso={link.sinceAt} /> : null}
      {tookMs === null ? null : (
        <>
          <span>{toTook(tookMs)}</span>
          <TookBar tookMs={tookMs} slowestMs={slowestMs} />
        </>
      )}
    </span>
  )
}

function LinkDetail({ link }: Readonly<{ link: Link }>) {
  switch (link.state) {
    case 'queued':
      return null
    case 'running':
      return <span className="block text-muted text-sm">Asking…</span>
    case 'cancelled':
      return <span className="block text-muted text-sm">Not finished.</span>
    case 'waiting':
      return <WaitingClock waiting={link.waiting} />
    case 'passed':
    case 'failed':
    case 'warned':
    case 'blocked':
    case 'skipped':
      return <span className="block text-muted text-sm">{link.check.summary}</span>
  }
}
