import { Ago } from '@/components/ui/ago'
import { StatusIcon } from '@/components/ui/status-icon'
import type { Proof } from '@/lib/contract/proof'

/** How a proof ended, in the sentence that a manager understands. */
export function ProofVerdict({ proof }: Readonly<{ proof: Proof }>) {
  return (
    <p className="flex min-w-0 items-start gap-3">
      <StatusIcon status={proof.verdict} className="mt-0.5" />
      <span className="min-w-0 max-w-prose">
        {proof.sentence} <Ago iso={proof.finishedAt} className="text-muted text-sm" />
      </span>
    </p>
  )
}
