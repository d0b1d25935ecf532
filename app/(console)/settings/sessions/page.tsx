import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { newQueryClient } from '@/components/data/query-client'
import { ownSessions } from '@/components/settings/queries'
import { SessionsView } from '@/components/settings/sessions-view'
import { requirePageContext, requirePagePerson } from '@/lib/access/page-context'
import { listSessions } from '@/lib/access/sessions'

export const metadata: Metadata = { title: 'Your sessions' }

export default async function SessionsPage() {
  const ctx = await requirePageContext('account.use')
  const { id, sessionId } = await requirePagePerson()
  const queries = newQueryClient()
  const sessions = await listSessions(ctx, { userId: id, currentId: sessionId })
  queries.setQueryData(ownSessions().queryKey, { sessions })
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <SessionsView />
    </HydrationBoundary>
  )
}
