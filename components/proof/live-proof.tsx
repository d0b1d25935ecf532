import { Chain } from '@/components/proof/chain'
import { ChainSkeleton } from '@/components/proof/chain-skeleton'
import { brokenCheckId } from '@/components/proof/link-findings'
import type { ProofRun } from '@/components/proof/proof-run'
import { ProofVerdict } from '@/components/proof/proof-verdict'
import { RunEnd } from '@/components/proof/run-end'
import { WhatChanged } from '@/components/proof/what-changed'
import { paths } from '@/components/shell/paths'
import { TextLink } from '@/components/ui/text-link'

type Props = Readonly<{ connectionId: string; run: ProofRun }>

/** A run of this page, from the button to its verdict, with what had changed where it failed. */
export function LiveProof({ connectionId, run }: Props) {
  return (
    <>
      {run.phase === 'finished' ? (
        <div className="grid grid-cols-1 gap-4 border-line border-b px-5 py-4">
          <ProofVerdict proof={run.proof} />
          {run.proof.verdict === 'failed' ? (
            <WhatChanged connectionId={connectionId} proofId={run.proof.id} brief />
          ) : null}
          <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            {run.proof.verdict === 'failed' ? (
              <TextLink href={`#${brokenCheckId}`}>See what broke and how to mend it</TextLink>
            ) : null}
            <TextLink href={paths.proof(connectionId, run.proof.id)}>
              Open this proof on its own page
            </TextLink>
          </p>
        </div>
      ) : null}
      <RunEnd run={run} className="m-5" />
      {run.phase === 'starting' ? <ChainSkeleton /> : null}
      <Chain run={run} connectionId={connectionId} />
    </>
  )
}
