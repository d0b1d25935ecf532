import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { findConnection } from '@/app/(console)/connections/[connectionId]/find-connection'
import { findProof } from '@/app/(console)/connections/[connectionId]/proofs/find-proof'
import { newQueryClient } from '@/components/data/query-client'
import { ProofPage } from '@/components/proof/proof-page'
import { changesOf, historyOf, historyPageSize, proofOf } from '@/components/proof/queries'
import { PageFrame } from '@/components/shell/page-frame'
import { requirePageContext } from '@/lib/access/page-context'
import { proofChanges } from '@/lib/proof/compare/proof-changes'
import { listProofHistory } from '@/lib/proof/list-proofs'

type Props = Readonly<{ params: Promise<{ connectionId: string; proofId: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { connectionId, proofId } = await params
  const { name } = await findConnection(connectionId)
  const { verdict } = await findProof(connectionId, proofId)
  return { title: `${name}: a proof that ${verdict === 'cancelled' ? 'was cancelled' : verdict}` }
}

export default async function KeptProofPage({ params }: Props) {
  const { connectionId, proofId } = await params
  const ctx = await requirePageContext('connection.read', { connectionId })
  const { name } = await findConnection(connectionId)
  const proof = await findProof(connectionId, proofId)
  const queries = newQueryClient()
  queries.setQueryData(proofOf(connectionId, proofId).queryKey, proof)
  await Promise.all([
    queries.prefetchInfiniteQuery({
      ...historyOf(connectionId),
      queryFn: () => listProofHistory(ctx, connectionId, { limit: historyPageSize }),
    }),
    proof.verdict === 'failed'
      ? queries.prefetchQuery({
          ...changesOf(connectionId, proofId, null),
          queryFn: () => proofChanges(ctx, { connectionId, proofId }),
        })
      : undefined,
  ])
  return (
    <PageFrame>
      <HydrationBoundary state={dehydrate(queries)}>
        <ProofPage connectionId={connectionId} connectionName={name} proofId={proofId} />
      </HydrationBoundary>
    </PageFrame>
  )
}
