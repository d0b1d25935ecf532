import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { ExportsView } from '@/app/(console)/connections/[connectionId]/exports/exports-view'
import { findConnection } from '@/app/(console)/connections/[connectionId]/find-connection'
import { newQueryClient } from '@/components/data/query-client'
import { exportsOf } from '@/components/explorer/exports/export-queries'
import { PageFrame } from '@/components/shell/page-frame'
import { requirePageContext } from '@/lib/access/page-context'
import { listExports } from '@/lib/exports/list-exports'

type Props = Readonly<{ params: Promise<{ connectionId: string }> }>

export const metadata: Metadata = { title: 'Exports' }

export default async function ConnectionExportsPage({ params }: Props) {
  const { connectionId } = await params
  const ctx = await requirePageContext('data.export', { connectionId })
  const { name } = await findConnection(connectionId)
  const queries = newQueryClient()
  await queries.prefetchQuery({
    ...exportsOf(connectionId),
    queryFn: async () => ({ exports: await listExports(ctx, connectionId) }),
  })
  return (
    <PageFrame>
      <HydrationBoundary state={dehydrate(queries)}>
        <ExportsView connectionId={connectionId} connectionName={name} />
      </HydrationBoundary>
    </PageFrame>
  )
}
