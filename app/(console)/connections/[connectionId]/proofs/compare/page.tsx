import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { findConnection } from '@/app/(console)/connections/[connectionId]/find-connection'
import { newQueryClient } from '@/components/data/query-client'
import { ComparePage } from '@/components/proof/compare-page'
import { historyOf, historyPageSize } from '@/components/proof/queries'
import { PageFrame } from '@/components/shell/page-frame'
import { requirePageContext } from '@/lib/access/page-context'
import { listProofHistory } from '@/lib/proof/list-proofs'

type Props = Readonly<{ params: Promise<{ connectionId: string }> }>

export const metadata: Metadata = { title: 'Compare two runs' }

export default async function CompareProofsPage({ params }: Props) {
  const { connectionId } = await params
  const ctx = await requirePageContext('connection.read', { connectionId })
  const { name } = await findConnection(connectionId)
  const queries = newQueryClient()
  await queries.prefetchInfiniteQuery({
    ...historyOf(connectionId),
    queryFn: () => listProofHistory(ctx, connectionId, { limit: historyPageSize }),
  })
  return (
    <PageFrame>
      <HydrationBoundary state={dehydrate(queries)}>
        <ComparePage connectionId={connectionId} connectionName={name} />
      </HydrationBoundary>
    </PageFrame>
  )
}
