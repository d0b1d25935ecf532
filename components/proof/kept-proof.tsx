import { ProblemCallout } from '@/components/data/problem-callout'
import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { Chain } from '@/components/proof/chain'
import { ChainSkeleton } from '@/components/proof/chain-skeleton'
import { fromProof } from '@/components/proof/proof-run'
import { ProofVerdict } from '@/components/proof/proof-verdict'
import { SupportBundle } from '@/components/proof/support-bundle'
import { WhatChanged } from '@/components/proof/what-changed'
import { paths } from '@/components/shell/paths'
import { Disclosure } from '@/components/ui/disclosure'
import { TextLink } from '@/components/ui/text-link'
import type { Proof } from '@/lib/contract/proof'

type Props = Readonly<{
  connectionId: string
  /** Null where nothing has been run yet. */
  newest: Readonly<{ data?: Proof | null | undefined; error: Error | null }>
}>

/** What the newest run found, where none has been begun on this page. */
export function KeptProof({ connectionId, newest: { data: proof, error } }: Props) {
  if (error) return <ProblemCallout error={error} className="m-5" />
  if (proof === undefined) return <ChainSkeleton />
  if (proof === null) {
    return (
      <p className="px-5 py-8 text-center text-muted">
        Nothing has been proven yet. The chain stops at the first break and names its step.
      </p>
    )
  }
  const broken = proof.checks.find((check) => check.verdict === 'failed')
  return (
    <div className="grid grid-cols-1 gap-4 px-5 py-4">
      <ProofVerdict proof={proof} />
      {broken?.diagnosis ? (
        <DiagnosisCard
          diagnosis={broken.diagnosis}
          failure={broken.failure}
          connectionId={connectionId}
        />
      ) : null}
      {proof.verdict === 'failed' ? (
        <WhatChanged connectionId={connectionId} proofId={proof.id} brief />
      ) : null}
      <div>
        <Disclosure summary={`All ${proof.checks.length} checks`} lazy={true}>
          <div className="-mx-5 border-line border-t">
            <Chain run={fromProof(proof)} connectionId={connectionId} />
          </div>
        </Disclosure>
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3 text-sm">
          <TextLink href={paths.proof(connectionId, proof.id)}>
            Open this proof on its own page
          </TextLink>
          {proof.verdict === 'failed' ? (
            <SupportBundle connectionId={connectionId} proofId={proof.id} size="sm" />
          ) : null}
        </div>
      </div>
    </div>
  )
}
