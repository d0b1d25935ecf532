import type { Evidence } from '@/lib/contract/proof'

/** The facts that a check found, by name. */
export function EvidenceList({ evidence }: Readonly<{ evidence: readonly Evidence[] }>) {
  return (
    <dl className="grid min-w-0 gap-x-4 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      {evidence.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 break-all font-mono text-xs leading-[1.375rem] max-sm:mb-1">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
