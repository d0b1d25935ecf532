'use client'

import { Collapsible } from '@base-ui/react/collapsible'
import { ChevronDown } from 'lucide-react'
import type { RunLink } from '@/components/dashboard/proof-run'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Countdown } from '@/components/ui/countdown'
import { cx } from '@/components/ui/cx'
import { StatusIcon } from '@/components/ui/status-icon'
import { stepNumber } from '@/lib/steps/step'

type Props = Readonly<{ link: RunLink; connectionId: string; Diagnosis: DiagnosisView }>

const quiet: ReadonlySet<RunLink['status']> = new Set(['queued', 'blocked', 'skipped', 'cancelled'])

/** One link of the chain: what it did, how long it took, and, unfolded, what it found. */
export function ChainLink({ link, connectionId, Diagnosis }: Props) {
  const { check } = link
  const evidence = check?.evidence ?? []
  return (
    <li className="min-w-0">
      {evidence.length > 0 ? (
        <Collapsible.Root>
          <Collapsible.Trigger className="group flex w-full gap-3 px-5 py-2.5 text-left -outline-offset-2 hover:bg-sunken">
            <Heading link={link} unfolds={true} />
          </Collapsible.Trigger>
          <Collapsible.Panel hiddenUntilFound={true}>
            <EvidenceList evidence={evidence} />
          </Collapsible.Panel>
        </Collapsible.Root>
      ) : (
        <div className="flex gap-3 px-5 py-2.5">
          <Heading link={link} unfolds={false} />
        </div>
      )}
      {check?.diagnosis ? (
        <div className="px-5 pt-1 pb-4 sm:pl-13">
          <Diagnosis
            diagnosis={check.diagnosis}
            failure={check.failure}
            tone={check.verdict === 'warned' ? 'warned' : 'failed'}
            connectionId={connectionId}
          />
        </div>
      ) : null}
    </li>
  )
}

function Heading({ link, unfolds }: Readonly<{ link: RunLink; unfolds: boolean }>) {
  const { check, status, waiting } = link
  return (
    <>
      <StatusIcon status={status === 'queued' ? 'todo' : status} className="mt-0.5" />
      <span className="min-w-0 flex-1">
        <span className={cx('block font-medium', quiet.has(status) && 'font-normal text-muted')}>
          {link.title}
        </span>
        {waiting ? (
          <span className="block text-sm text-warning">
            Waits for {waiting.reason}; gives up in{' '}
            <Countdown iso={waiting.giveUpAt} over="a moment" />
          </span>
        ) : null}
        {check ? <span className="block text-sm text-muted">{check.summary}</span> : null}
      </span>
      <span className="flex shrink-0 items-start gap-4 text-sm leading-6 text-faint tabular-nums">
        <span className="max-sm:hidden">
          {check && check.tookMs > 0 ? toTook(check.tookMs) : ''}
        </span>
        <span className="max-sm:hidden">step {stepNumber(link.step)}</span>
        <ChevronDown
          aria-hidden="true"
          className={cx(
            'mt-1 size-4 transition-transform group-data-[panel-open]:rotate-180',
            !unfolds && 'invisible',
          )}
        />
      </span>
    </>
  )
}

type Evidence = readonly Readonly<{ label: string; value: string }>[]

function EvidenceList({ evidence }: Readonly<{ evidence: Evidence }>) {
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-1 px-5 pb-3 text-sm sm:grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] sm:pl-13">
      {evidence.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-faint max-sm:mt-1">{label}</dt>
          <dd className="font-mono break-all">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function toTook(ms: number): string {
  return ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`
}
