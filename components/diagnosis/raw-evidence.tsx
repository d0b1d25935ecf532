import { evidenceLines, toEvidenceText } from '@/components/diagnosis/evidence-text'
import { CopyButton } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'

type Props = Readonly<{ diagnosis: Diagnosis; failure: Failure }>

/** Status, code, ids and time of the answer, one press away and copyable for a ticket. */
export function RawEvidence({ diagnosis, failure }: Props) {
  return (
    <Disclosure summary="Raw evidence, for a support ticket">
      <div className="rounded-md border border-line bg-sunken">
        <dl className="grid gap-x-6 gap-y-2 p-4 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
          {evidenceLines(failure).map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd className="min-w-0 whitespace-pre-wrap break-all font-mono text-xs max-sm:mb-2">
                {value}
              </dd>
            </div>
          ))}
        </dl>
        <div className="border-line border-t px-2 py-1.5">
          <CopyButton
            value={toEvidenceText(diagnosis, failure)}
            label="Copy the evidence as text"
            text="Copy as text"
          />
        </div>
      </div>
    </Disclosure>
  )
}
