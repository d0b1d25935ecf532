import { ChevronDown } from 'lucide-react'
import { EvidenceList } from '@/components/proof/evidence-list'
import { StatusIcon, statusWord } from '@/components/ui/status-icon'
import type { ProbeCheck } from '@/lib/contract/probe'

const rowLook =
  'grid min-h-[4.125rem] grid-cols-[1.25rem_minmax(0,1fr)_auto] content-center items-start gap-x-3 px-4 py-2'

/** One thing that was tried on the address. */
export function ProbeLine({ check }: Readonly<{ check: ProbeCheck }>) {
  if (check.evidence.length === 0) {
    return (
      <li className={rowLook}>
        <ProbeRow check={check} />
      </li>
    )
  }
  return (
    <li>
      <details className="group">
        <summary
          className={`${rowLook} list-none hover:bg-sunken [&::-webkit-details-marker]:hidden`}
        >
          <ProbeRow check={check} />
        </summary>
        <div className="pr-4 pb-3 pl-12">
          <EvidenceList evidence={check.evidence} />
        </div>
      </details>
    </li>
  )
}

function ProbeRow({ check }: Readonly<{ check: ProbeCheck }>) {
  return (
    <>
      <span className="mt-0.5">
        <StatusIcon status={check.verdict} silent />
      </span>
      <div className="min-w-0">
        <p className="font-medium">
          {check.title}
          <span className="sr-only">, {statusWord(check.verdict)}</span>
        </p>
        <p className="text-muted text-sm">{check.summary}</p>
      </div>
      <span className="mt-1 flex items-center gap-3 text-muted text-xs tabular-nums">
        {check.verdict === 'blocked' ? '' : `${Math.round(check.tookMs)} ms`}
        {check.evidence.length > 0 ? (
          <ChevronDown
            aria-hidden="true"
            className="size-4 transition-transform duration-100 group-open:rotate-180"
          />
        ) : (
          <span className="size-4" />
        )}
      </span>
    </>
  )
}
