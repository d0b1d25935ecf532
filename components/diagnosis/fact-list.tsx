import type { EvidenceLine } from '@/components/diagnosis/evidence-text'

/** Names and values, side by side where there is room. */
export function FactList({ facts }: Readonly<{ facts: readonly EvidenceLine[] }>) {
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="min-w-0 whitespace-pre-wrap break-words font-mono text-xs leading-[1.375rem] max-sm:mb-2">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
