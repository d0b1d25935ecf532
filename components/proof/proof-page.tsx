'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { GitCompareArrows } from 'lucide-react'
import { Chain } from '@/components/proof/chain'
import { CopyLink } from '@/components/proof/copy-link'
import { fromProof } from '@/components/proof/proof-run'
import { ProofVerdict } from '@/components/proof/proof-verdict'
import { proofOf } from '@/components/proof/queries'
import { RunHistory } from '@/components/proof/run-history'
import { RunTotal } from '@/components/proof/run-total'
import { SupportBundle } from '@/components/proof/support-bundle'
import { WhatChanged } from '@/components/proof/what-changed'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { toMoment } from '@/components/ui/duration'
import { stepNumber } from '@/lib/steps/step'

type Props = Readonly<{
  connectionId: string
  connectionName: string
  proofId: string
}>

/** One kept proof as it was: its verdict, its chain, and, where it failed, what had changed. */
export function ProofPage({ connectionId, connectionName, proofId }: Props) {
  const { data: proof } = useSuspenseQuery(proofOf(connectionId, proofId))
  const run = fromProof(proof)
  const title = `Proof of ${toMoment(proof.finishedAt)}`
  return (
    <div className="flex flex-col gap-6">
      <div>
        <Breadcrumb
          trail={[
            { href: paths.connections(), label: 'Connections' },
            { href: paths.connection(connectionId), label: connectionName },
          ]}
        />
        <PageTitle
          title={title}
          actions={
            <>
              <SupportBundle connectionId={connectionId} proofId={proofId} />
              <ButtonLink href={paths.compareProofs(connectionId, { after: proofId })}>
                <GitCompareArrows aria-hidden="true" />
                Compare
              </ButtonLink>
              <CopyLink path={paths.proof(connectionId, proofId)} />
            </>
          }
        >
          {proof.until === 'trust'
            ? 'The whole chain, from the host name to a row of data.'
            : `The chain up to step ${stepNumber(proof.until)}.`}
        </PageTitle>
      </div>
      <Card className="text-lg">
        <ProofVerdict proof={proof} />
      </Card>
      {proof.verdict === 'failed' ? (
        <WhatChanged connectionId={connectionId} proofId={proofId} />
      ) : null}
      <section
        aria-labelledby="chain-title"
        className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface"
      >
        <header className="flex flex-wrap items-center justify-between gap-3 border-line border-b px-5 py-3.5">
          <h2 id="chain-title" className="font-semibold">
            Chain
          </h2>
          <RunTotal run={run} />
        </header>
        <Chain run={run} connectionId={connectionId} />
      </section>
      <RunHistory connectionId={connectionId} currentId={proofId} />
    </div>
  )
}
