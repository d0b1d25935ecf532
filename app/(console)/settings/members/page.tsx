import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { newQueryClient } from '@/components/data/query-client'
import { MembersView } from '@/components/settings/members-view'
import { memberList } from '@/components/settings/queries'
import { listInvitations } from '@/lib/access/invitations'
import { listMembers } from '@/lib/access/members'
import { requirePageContext, requirePagePerson } from '@/lib/access/page-context'

export const metadata: Metadata = { title: 'People' }

export default async function MembersPage() {
  const ctx = await requirePageContext('people.manage')
  const { id } = await requirePagePerson()
  const queries = newQueryClient()
  const [members, invitations] = await Promise.all([listMembers(ctx), listInvitations(ctx)])
  queries.setQueryData(memberList().queryKey, { members, invitations })
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <MembersView selfId={id} />
    </HydrationBoundary>
  )
}
