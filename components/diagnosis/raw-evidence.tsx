import { evidenceLines, toEvidenceText } from '@/components/diagnosis/evidence-text'
import { FactList } from '@/components/diagnosis/fact-list'
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
        <div className="p-4">
          <FactList facts={evidenceLines(failure)} />
        </div>
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
