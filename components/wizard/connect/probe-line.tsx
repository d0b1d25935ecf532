import { Disclosure } from '@/components/ui/disclosure'
import { StatusIcon, statusWord } from '@/components/ui/status-icon'
import type { ProbeCheck } from '@/lib/contract/probe'

/** One thing that was tried on the address. */
export function ProbeLine({ check }: Readonly<{ check: ProbeCheck }>) {
  const ran = check.verdict !== 'blocked'
  return (
    <li className="grid min-h-[4.125rem] grid-cols-[1.25rem_minmax(0,1fr)_auto] content-center items-start gap-x-3 px-4 py-2">
      <span className="mt-0.5">
        <StatusIcon status={check.verdict} silent />
      </span>
      <div className="min-w-0">
        <p className="font-medium">
          {check.title}
          <span className="sr-only">, {statusWord(check.verdict)}</span>
        </p>
        <p className="text-muted text-sm">{check.summary}</p>
        {check.evidence.length > 0 ? (
          <Disclosure summary="What was found">
            <dl className="grid gap-x-4 gap-y-1 pb-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
              {check.evidence.map(({ label, value }) => (
                <div key={label} className="contents">
                  <dt className="text-muted">{label}</dt>
                  <dd className="min-w-0 break-all font-mono text-xs leading-[1.375rem]">
                    {value}
                  </dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        ) : null}
      </div>
      <p className="mt-0.5 text-muted text-xs tabular-nums">
        {ran ? `${Math.round(check.tookMs)} ms` : ''}
      </p>
    </li>
  )
}
