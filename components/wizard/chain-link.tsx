import { Disclosure } from '@/components/ui/disclosure'
import { StatusIcon, statusWord } from '@/components/ui/status-icon'
import type { Link } from '@/components/wizard/proof-run'
import { WaitingClock } from '@/components/wizard/waiting-clock'
import type { Check } from '@/lib/contract/proof'
import { stepNumber } from '@/lib/steps/step'

/** One check: what it asks, how it ended, and what it found. */
export function ChainLink({ link }: Readonly<{ link: Link }>) {
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-start gap-x-3 px-4 py-2.5">
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
      <p className="mt-0.5 whitespace-nowrap text-muted text-xs tabular-nums">
        {'check' in link && isRun(link.check) ? `${Math.round(link.check.tookMs)} ms · ` : ''}
        <span title={`This check belongs to step ${stepNumber(link.step)}`}>
          Step {stepNumber(link.step)}
        </span>
      </p>
    </li>
  )
}

function LinkDetail({ link }: Readonly<{ link: Link }>) {
  switch (link.state) {
    case 'queued':
      return null
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
      return <Found check={link.check} />
  }
}

function Found({ check }: Readonly<{ check: Check }>) {
  return (
    <>
      <p className="text-muted text-sm">{check.summary}</p>
      {check.evidence.length > 0 ? (
        <Disclosure summary={`What ${check.evidence.length === 1 ? 'was' : 'exactly was'} found`}>
          <dl className="grid gap-x-4 gap-y-1 pb-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
            {check.evidence.map(({ label, value }) => (
              <div key={label} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd className="min-w-0 break-all font-mono text-xs leading-[1.375rem] max-sm:mb-1">
                  {value}
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
    </>
  )
}

function isRun(check: Check): boolean {
  return check.verdict !== 'blocked' && check.verdict !== 'skipped'
}
