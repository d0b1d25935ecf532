import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { Kiosk } from '@/components/dashboard/kiosk'
import { dashboardOf } from '@/components/dashboard/queries'
import { newQueryClient } from '@/components/data/query-client'
import { requirePageContext } from '@/lib/access/page-context'
import { worstFirst } from '@/lib/canaries/dashboard'
import { CanarySpan } from '@/lib/contract/canary'

export const metadata: Metadata = { title: 'Kiosk' }

type Props = Readonly<{ searchParams: Promise<Readonly<Record<string, unknown>>> }>

export default async function KioskPage({ searchParams }: Props) {
  const ctx = await requirePageContext('connection.read')
  const span = CanarySpan.safeParse((await searchParams).span).data ?? '24h'
  const queries = newQueryClient()
  await queries.prefetchQuery({ ...dashboardOf(span), queryFn: () => worstFirst(ctx, span) })
  return (
    <main id="main">
      <HydrationBoundary state={dehydrate(queries)}>
        <Kiosk />
      </HydrationBoundary>
    </main>
  )
}
