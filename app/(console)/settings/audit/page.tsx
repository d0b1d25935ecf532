import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { newQueryClient } from '@/components/data/query-client'
import { AuditView } from '@/components/settings/audit-view'
import { auditOf } from '@/components/settings/queries'
import { requirePageContext } from '@/lib/access/page-context'
import { searchAudit } from '@/lib/audit/search-audit'

export const metadata: Metadata = { title: 'Audit log' }

export default async function AuditPage() {
  const ctx = await requirePageContext('audit.read')
  const queries = newQueryClient()
  await queries.prefetchInfiniteQuery({ ...auditOf({}), queryFn: () => searchAudit(ctx, {}) })
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <AuditView />
    </HydrationBoundary>
  )
}
