import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { findConnection } from '@/app/(console)/connections/[connectionId]/find-connection'
import { newQueryClient } from '@/components/data/query-client'
import { QueriesPage } from '@/components/explorer/saved/queries-page'
import { queryRunsOf, savedQueriesOf } from '@/components/explorer/saved/saved-queries'
import { PageFrame } from '@/components/shell/page-frame'
import { requirePageContext } from '@/lib/access/page-context'
import { listQueryRuns } from '@/lib/queries/query-runs'
import { listSavedQueries } from '@/lib/queries/saved-queries'

type Props = Readonly<{ params: Promise<{ connectionId: string }> }>

export const metadata: Metadata = { title: 'Queries' }

export default async function ConnectionQueriesPage({ params }: Props) {
  const { connectionId } = await params
  const ctx = await requirePageContext('connection.read', { connectionId })
  const { name } = await findConnection(connectionId)
  const queries = newQueryClient()
  await Promise.all([
    queries.prefetchQuery({
      ...savedQueriesOf(connectionId),
      queryFn: async () => ({ queries: await listSavedQueries(ctx, connectionId) }),
    }),
    queries.prefetchQuery({
      ...queryRunsOf(connectionId),
      queryFn: async () => ({ runs: await listQueryRuns(ctx, connectionId) }),
    }),
  ])
  return (
    <PageFrame>
      <HydrationBoundary state={dehydrate(queries)}>
        <QueriesPage connectionId={connectionId} connectionName={name} />
      </HydrationBoundary>
    </PageFrame>
  )
}
