'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fetchJson, jsonBody } from '@/components/data/fetch-json'
import { MemberForm } from '@/components/settings/member-form'
import { memberList } from '@/components/settings/queries'
import { CopyField } from '@/components/ui/copy-field'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { InvitationMade, type InviteInput } from '@/lib/contract/members'

type Props = Readonly<{ open: boolean; onOpenChange: (open: boolean) => void }>

/** Makes a link that lets one person in; it is shown here and nowhere again. */
export function InviteDialog({ open, onOpenChange }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Invite somebody"
      description="You get a link to hand on by whatever way you trust. It works once, for a week."
    >
      <InviteForm />
    </Dialog>
  )
}

function InviteForm() {
  const client = useQueryClient()
  const [name, setName] = useState('')
  const invite = useMutation({
    mutationFn: (input: InviteInput) =>
      fetchJson(InvitationMade, '/api/members/invitations', jsonBody('POST', input)),
    onSuccess: () => client.invalidateQueries({ queryKey: memberList().queryKey }),
  })
  if (invite.data) {
    return (
      <CopyField
        label={`Link for ${invite.data.invitation.name}`}
        value={new URL(invite.data.path, window.location.href).href}
        hint="It is not shown again. Whoever opens it first chooses a password and is in."
      />
    )
  }
  return (
    <MemberForm
      initial={{ role: 'viewer', grants: [] }}
      submitLabel="Make the link"
      busy={invite.isPending}
      error={invite.error}
      onSubmit={(rights) => invite.mutate({ name, ...rights })}
    >
      <Field label="For whom" hint="So that you know which link is whose.">
        <TextInput
          required={true}
          maxLength={120}
          autoComplete="off"
          value={name}
          onValueChange={setName}
        />
      </Field>
    </MemberForm>
  )
}
