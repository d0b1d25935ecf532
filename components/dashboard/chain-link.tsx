import type { RunLink } from '@/components/dashboard/proof-run'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Countdown } from '@/components/ui/countdown'
import { cx } from '@/components/ui/cx'
import { Disclosure } from '@/components/ui/disclosure'
import { StatusIcon } from '@/components/ui/status-icon'
import { stepNumber } from '@/lib/steps/step'

type Props = Readonly<{ link: RunLink; connectionId: string; Diagnosis: DiagnosisView }>

const quiet: ReadonlySet<RunLink['status']> = new Set(['queued', 'blocked', 'skipped', 'cancelled'])

/** One link of the chain: what it did, how long it took, and what it found. */
export function ChainLink({ link, connectionId, Diagnosis }: Props) {
  const { check, status } = link
  return (
    <li className="flex gap-3 px-5 py-3">
      <StatusIcon status={status === 'queued' ? 'todo' : status} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-4">
          <p className={cx('font-medium', quiet.has(status) && 'text-muted')}>
            {link.title}
            <span className="ml-2 text-xs font-normal whitespace-nowrap text-faint">
              step {stepNumber(link.step)}
            </span>
          </p>
          <span className="text-sm whitespace-nowrap text-faint tabular-nums">
            {check && check.tookMs > 0 ? toTook(check.tookMs) : null}
          </span>
        </div>
        {link.waiting ? (
          <p className="text-sm text-warning">
            Waits for {link.waiting.reason}; gives up in{' '}
            <Countdown iso={link.waiting.giveUpAt} over="a moment" />
          </p>
        ) : null}
        {check ? <p className="text-sm text-muted">{check.summary}</p> : null}
        {check && check.evidence.length > 0 ? <EvidenceList evidence={check.evidence} /> : null}
        {check?.diagnosis ? (
          <div className="mt-3">
            <Diagnosis
              diagnosis={check.diagnosis}
              failure={check.failure}
              tone={check.verdict === 'warned' ? 'warned' : 'failed'}
              connectionId={connectionId}
            />
          </div>
        ) : null}
      </div>
    </li>
  )
}

type Evidence = readonly Readonly<{ label: string; value: string }>[]

function EvidenceList({ evidence }: Readonly<{ evidence: Evidence }>) {
  return (
    <Disclosure summary="What it found">
      <dl className="grid grid-cols-1 gap-x-6 gap-y-1 pb-1 text-sm sm:grid-cols-[minmax(7rem,auto)_minmax(0,1fr)]">
        {evidence.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-faint max-sm:mt-1">{label}</dt>
            <dd className="font-mono break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

function toTook(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}
