import { markKind } from '@/components/proof/run-mark'
import { Ago } from '@/components/ui/ago'
import { StatusIcon } from '@/components/ui/status-icon'
import type { Proof } from '@/lib/contract/proof'

/** How a proof ended, in the sentence that a manager understands. */
export function ProofVerdict({ proof }: Readonly<{ proof: Proof }>) {
  const warnings = proof.checks.filter((check) => check.verdict === 'warned').length
  return (
    <p className="flex min-w-0 items-start gap-3">
      <StatusIcon status={markKind({ verdict: proof.verdict, warnings })} className="mt-0.5" />
      <span className="min-w-0 max-w-prose">
        {proof.sentence} <Ago iso={proof.finishedAt} className="text-muted text-sm" />
      </span>
    </p>
  )
}
