import { Ago } from '@/components/ui/ago'
import { StatusIcon } from '@/components/ui/status-icon'
import type { Proof } from '@/lib/contract/proof'

/** How a proof ended, in the sentence that a manager understands. */
export function ProofVerdict({ proof }: Readonly<{ proof: Proof }>) {
  return (
    <span className="flex min-w-0 items-start gap-3 text-left text-base font-normal text-ink">
      <StatusIcon status={proof.verdict} className="mt-0.5" />
      <span className="min-w-0">
        {proof.sentence} <Ago iso={proof.finishedAt} className="text-sm text-muted" />
      </span>
    </span>
  )
}
