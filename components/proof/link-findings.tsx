import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { toCheckText } from '@/components/proof/check-text'
import { EvidenceList } from '@/components/proof/evidence-list'
import { CopyButton } from '@/components/ui/copy-button'
import type { Check } from '@/lib/contract/proof'
import type { StepId } from '@/lib/steps/step'

type Props = Readonly<{ check: Check; connectionId: string; hereStep: StepId | null }>

/** Where the page leads to from its verdict; a chain has one broken link at most. */
export const brokenCheckId = 'what-broke'

/** What a check found: why it failed or warned, and the facts behind that, to be copied. */
export function LinkFindings({ check, connectionId, hereStep }: Props) {
  const { diagnosis, failure, evidence } = check
  return (
    <div className="grid grid-cols-1 gap-4 px-4 pt-1 pb-4 sm:pr-5 sm:pl-13">
      {diagnosis ? (
        // What the run was about: the page moves its focus here when it has ended.
        <div
          tabIndex={-1}
          data-diagnosis={check.verdict}
          {...(check.verdict === 'failed' ? { id: brokenCheckId } : {})}
          className="outline-none"
        >
          <DiagnosisCard
            diagnosis={diagnosis}
            failure={failure}
            tone={check.verdict === 'warned' ? 'warned' : 'failed'}
            hereStep={hereStep}
            connectionId={connectionId}
          />
        </div>
      ) : null}
      {evidence.length > 0 ? (
        <div className="flex min-w-0 items-start justify-between gap-3">
          <EvidenceList evidence={evidence} />
          <CopyButton
            value={toCheckText(check)}
            label={`Copy what “${check.title}” found`}
            className="-my-1 shrink-0"
          />
        </div>
      ) : null}
    </div>
  )
}
