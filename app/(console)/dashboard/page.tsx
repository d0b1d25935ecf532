import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { dashboardOf } from '@/components/dashboard/queries'
import { Wall } from '@/components/dashboard/wall'
import { newQueryClient } from '@/components/data/query-client'
import { PageFrame } from '@/components/shell/page-frame'
import { PageTitle } from '@/components/shell/page-title'
import { requirePageContext } from '@/lib/access/page-context'
import { worstFirst } from '@/lib/canaries/dashboard'
import { CanarySpan } from '@/lib/contract/canary'

export const metadata: Metadata = { title: 'Dashboard' }

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, unknown>>> }>

export default async function DashboardPage({ searchParams }: Props) {
  const ctx = await requirePageContext('connection.read')
  const span = CanarySpan.safeParse((await searchParams).span).data ?? '24h'
  const queries = newQueryClient()
  await queries.prefetchQuery({ ...dashboardOf(span), queryFn: () => worstFirst(ctx, span) })
  return (
    <PageFrame wide={true} className="flex flex-col gap-5">
      <PageTitle title="Dashboard" />
      <HydrationBoundary state={dehydrate(queries)}>
        <Wall />
      </HydrationBoundary>
    </PageFrame>
  )
}
