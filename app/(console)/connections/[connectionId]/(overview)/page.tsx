import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { ConnectionView } from '@/app/(console)/connections/[connectionId]/(overview)/connection-view'
import { findConnection } from '@/app/(console)/connections/[connectionId]/find-connection'
import { canaryOf } from '@/components/dashboard/queries'
import { connectionOf, tokenOf } from '@/components/data/connection-queries'
import { newQueryClient } from '@/components/data/query-client'
import { historyOf, historyPageSize, newestOf } from '@/components/proof/queries'
import { PageFrame } from '@/components/shell/page-frame'
import { requirePageContext } from '@/lib/access/page-context'
import { getCanary } from '@/lib/canaries/get-canary'
import { getNewestProof, listProofHistory } from '@/lib/proof/list-proofs'
import { tokenStatus } from '@/lib/proof/token-status'

type Props = Readonly<{ params: Promise<{ connectionId: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { connectionId } = await params
  return { title: (await findConnection(connectionId)).name }
}

export default async function ConnectionPage({ params }: Props) {
  const { connectionId } = await params
  const ctx = await requirePageContext('connection.read', { connectionId })
  const connection = await findConnection(connectionId)
  const queries = newQueryClient()
  queries.setQueryData(connectionOf(connectionId).queryKey, connection)
  await Promise.all([
    queries.prefetchQuery({
      ...newestOf(connectionId),
      queryFn: () => getNewestProof(ctx, connectionId),
    }),
    queries.prefetchInfiniteQuery({
      ...historyOf(connectionId),
      queryFn: () => listProofHistory(ctx, connectionId, { limit: historyPageSize }),
    }),
    queries.prefetchQuery({
      ...tokenOf(connectionId),
      queryFn: () => tokenStatus(ctx, connectionId),
    }),
    queries.prefetchQuery({
      ...canaryOf(connectionId),
      queryFn: () => getCanary(ctx, connectionId),
    }),
  ])
  return (
    <PageFrame>
      <HydrationBoundary state={dehydrate(queries)}>
        <ConnectionView connectionId={connectionId} />
      </HydrationBoundary>
    </PageFrame>
  )
}
