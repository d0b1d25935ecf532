'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchNothing, jsonBody } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { MemberForm } from '@/components/settings/member-form'
import { memberList } from '@/components/settings/queries'
import { Ago } from '@/components/ui/ago'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Member, UpdateMemberInput } from '@/lib/contract/members'

/** One person, with what they may do and how to change it. */
export function MemberRow({ member, isSelf }: Readonly<{ member: Member; isSelf: boolean }>) {
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const path = `/api/members/${member.userId}`
  const update = useChange((input: UpdateMemberInput) =>
    fetchNothing(path, jsonBody('PATCH', input)),
  )
  const remove = useChange(() => fetchNothing(path, { method: 'DELETE' }))
  const signOut = useChange(() => fetchNothing(`${path}/sessions`, { method: 'DELETE' }))
  const close = () => setOpen(null)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium break-words">{member.name}</span>
          <Badge tone={member.role === 'admin' ? 'info' : 'neutral'}>{member.role}</Badge>
          {isSelf ? <Badge>you</Badge> : null}
          {member.grants.length > 0 ? <Badge>{`${member.grants.length} grants`}</Badge> : null}
        </p>
        <p className="text-sm break-words text-muted">
          {member.email}
          {member.lastSeenAt ? (
            <>
              , last seen <Ago iso={member.lastSeenAt} />
            </>
          ) : (
            ', not signed in'
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {member.sessions > 0 && !isSelf ? (
          <Button size="sm" onClick={() => signOut.mutate(undefined)} busy={signOut.isPending}>
            Sign out
          </Button>
        ) : null}
        <Button size="sm" onClick={() => setOpen('edit')}>
          Change
        </Button>
        {isSelf ? null : (
          <Button size="sm" variant="danger" onClick={() => setOpen('remove')}>
            Remove
          </Button>
        )}
      </div>
      <Dialog open={open === 'edit'} onOpenChange={close} title={`What ${member.name} may do`}>
        <MemberForm
          initial={member}
          submitLabel="Save"
          busy={update.isPending}
          error={update.error}
          onSubmit={(rights) => update.mutate(rights, { onSuccess: close })}
        />
      </Dialog>
      <Dialog
        open={open === 'remove'}
        onOpenChange={close}
        title={`Remove ${member.name}?`}
        description="Their sessions end and their API tokens stop at once. What they did stays in the audit log."
      >
        {remove.error ? <ProblemCallout error={remove.error} className="mb-4" /> : null}
        <div className="flex justify-end">
          <Button
            variant="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess: close })}
          >
            Remove
          </Button>
        </div>
      </Dialog>
    </li>
  )
}

function useChange<Input>(change: (input: Input) => Promise<void>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: memberList().queryKey }),
  })
}
