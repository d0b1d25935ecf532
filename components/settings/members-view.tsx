'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { fetchNothing } from '@/components/data/fetch-json'
import { InviteDialog } from '@/components/settings/invite-dialog'
import { MemberRow } from '@/components/settings/member-row'
import { memberList } from '@/components/settings/queries'
import { Ago } from '@/components/ui/ago'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { Invitation } from '@/lib/contract/members'

/** Who can sign in, and who has been invited. */
export function MembersView({ selfId }: Readonly<{ selfId: string }>) {
  const { members, invitations } = useSuspenseQuery(memberList()).data
  const [inviting, setInviting] = useState(false)
  return (
    <div className="flex flex-col gap-6">
      <Card
        title="People"
        aside={
          <Button size="sm" variant="primary" onClick={() => setInviting(true)}>
            <UserPlus aria-hidden="true" />
            Invite
          </Button>
        }
      >
        <ul className="divide-y divide-line">
          {members.map((member) => (
            <MemberRow key={member.userId} member={member} isSelf={member.userId === selfId} />
          ))}
        </ul>
      </Card>
      {invitations.length > 0 ? (
        <Card title="Invitations that are out">
          <ul className="divide-y divide-line">
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </Card>
      ) : null}
      <InviteDialog open={inviting} onOpenChange={setInviting} />
    </div>
  )
}

function InvitationRow({ invitation }: Readonly<{ invitation: Invitation }>) {
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () =>
      fetchNothing(`/api/members/invitations/${invitation.id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: memberList().queryKey }),
  })
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium break-words">{invitation.name}</span>
          <Badge>{invitation.role}</Badge>
        </p>
        <p className="text-sm text-muted">
          Made <Ago iso={invitation.createdAt} />, works until {invitation.expiresAt.slice(0, 10)}
        </p>
      </div>
      <Button size="sm" onClick={() => revoke.mutate()} busy={revoke.isPending}>
        Take back
      </Button>
    </li>
  )
}
