import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { toDuration } from '@/components/ui/duration'
import { StatusIcon, statusWord } from '@/components/ui/status-icon'
import { EvidenceList } from '@/components/wizard/evidence-list'
import type { Link } from '@/components/wizard/proof-run'
import { WaitingClock } from '@/components/wizard/waiting-clock'
import type { Check } from '@/lib/contract/proof'
import { stepNumber } from '@/lib/steps/step'

const rowLook = 'grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-3 px-4 py-2.5'

/** One check: what it asks, how it ended, and, one press away, what it found. */
export function ChainLink({ link }: Readonly<{ link: Link }>) {
  const evidence = 'check' in link ? link.check.evidence : []
  if (evidence.length === 0) {
    return (
      <li className={rowLook}>
        <LinkRow link={link} end={<span className="size-4" />} />
      </li>
    )
  }
  return (
    <li>
      <details className="group">
        <summary
          className={`${rowLook} list-none hover:bg-sunken [&::-webkit-details-marker]:hidden`}
        >
          <LinkRow
            link={link}
            end={
              <ChevronDown
                aria-hidden="true"
                className="size-4 transition-transform duration-100 group-open:rotate-180"
              />
            }
          />
        </summary>
        <div className="pr-4 pb-3 pl-12">
          <EvidenceList evidence={evidence} />
        </div>
      </details>
    </li>
  )
}

function LinkRow({ link, end }: Readonly<{ link: Link; end: ReactNode }>) {
  return (
    <>
      <span className="mt-0.5">
        <StatusIcon status={link.state} silent />
      </span>
      <div className="min-w-0">
        <p className="font-medium">
          {link.title}
          <span className="sr-only">, {statusWord(link.state)}</span>
        </p>
        <LinkDetail link={link} />
      </div>
      <span className="mt-1 flex items-center gap-3 whitespace-nowrap text-muted text-xs tabular-nums">
        <span className="max-sm:sr-only">
          {'check' in link && wasRun(link.check) ? `${toTook(link.check.tookMs)} · ` : ''}
          Step {stepNumber(link.step)}
        </span>
        {end}
      </span>
    </>
  )
}

function LinkDetail({ link }: Readonly<{ link: Link }>) {
  switch (link.state) {
    case 'queued':
      return <p className="text-muted text-sm">Its turn comes.</p>
    case 'running':
      return <p className="text-muted text-sm">Asking…</p>
    case 'cancelled':
      return <p className="text-muted text-sm">Not finished.</p>
    case 'waiting':
      return <WaitingClock waiting={link.waiting} />
    case 'passed':
    case 'failed':
    case 'warned':
    case 'blocked':
    case 'skipped':
      return <p className="text-muted text-sm">{link.check.summary}</p>
  }
}

/** Where the time went: a check that was waited for took minutes, not thousands of milliseconds. */
function toTook(tookMs: number): string {
  return tookMs < 1000 ? `${Math.round(tookMs)} ms` : toDuration(tookMs / 1000)
}

function wasRun(check: Check): boolean {
  return check.verdict !== 'blocked' && check.verdict !== 'skipped'
}
