'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { kindWords } from '@/components/dashboard/wall-rows'
import { connectionList } from '@/components/data/connection-queries'
import { fetchJson, jsonBody } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { fieldProblem, isFieldProblem } from '@/components/data/problem-words'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { Connection, type UpdateConnectionInput } from '@/lib/contract/connection'
import { Cloud, clouds } from '@/lib/steps/cloud'
import { EnvironmentUse } from '@/lib/steps/environment-use'

type Props = Readonly<{
  connection: Connection
  open: boolean
  onOpenChange: (open: boolean) => void
}>

type Draft = Readonly<{
  name: string
  environmentUrl: string
  cloud: Cloud
  authorityUrl: string
  tenantId: string
  clientId: string
  owner: string
  environmentUse: EnvironmentUse
}>

/** What may change without unsettling what was proven. */
const settled: ReadonlySet<string> = new Set(['name', 'owner', 'environmentUse'])

/** Renames a connection, or points it elsewhere. */
export function EditDialog({ connection, open, onOpenChange }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Edit the connection"
      description="The secret is not among these: it has its own page."
    >
      <EditForm connection={connection} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

function EditForm({
  connection,
  onDone,
}: Readonly<{ connection: Connection; onDone: () => void }>) {
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft>(() => toDraft(connection))
  const change = toChange(connection, draft)
  const save = useMutation({
    mutationFn: (input: UpdateConnectionInput) =>
      fetchJson(Connection, `/api/connections/${connection.id}`, jsonBody('PATCH', input)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: connectionList().queryKey })
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(change).length === 0) onDone()
    else save.mutate(change)
  }
  const set = (name: keyof Draft) => (value: string) => setDraft({ ...draft, [name]: value })
  const fields = [
    { name: 'name', label: 'Name', mono: false },
    { name: 'environmentUrl', label: 'Environment URL', mono: true },
    { name: 'tenantId', label: 'Tenant id', mono: true },
    { name: 'clientId', label: 'Client id', mono: true },
    { name: 'owner', label: 'Owner', mono: false },
  ] as const
  const repoints = Object.keys(change).some((name) => !settled.has(name))
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {fields.map(({ name, label, mono }) => (
        <Field key={name} label={label} error={fieldProblem(save.error, name)}>
          <TextInput
            name={name}
            mono={mono}
            value={draft[name]}
            onValueChange={set(name)}
            required={name === 'name' || name === 'environmentUrl'}
          />
        </Field>
      ))}
      <Field label="Kind of environment" error={fieldProblem(save.error, 'environmentUse')}>
        <Select
          name="environmentUse"
          value={draft.environmentUse}
          onValueChange={set('environmentUse')}
          options={EnvironmentUse.options.map((value) => ({ value, label: kindWords[value] }))}
        />
      </Field>
      <Field label="Cloud" error={fieldProblem(save.error, 'cloud')}>
        <Select
          name="cloud"
          value={draft.cloud}
          onValueChange={set('cloud')}
          options={Cloud.options.map((value) => ({ value, label: clouds[value].name }))}
        />
      </Field>
      {draft.cloud === 'custom' ? (
        <Field label="Authority URL" error={fieldProblem(save.error, 'authorityUrl')}>
          <TextInput
            name="authorityUrl"
            mono={true}
            value={draft.authorityUrl}
            onValueChange={set('authorityUrl')}
          />
        </Field>
      ) : null}
      {repoints ? (
        <Callout tone="warning" title="Steps will have to be proven again">
          What was proven holds for the former values only.
        </Callout>
      ) : null}
      {save.error && !isFieldProblem(save.error, Object.keys(draft)) ? (
        <ProblemCallout error={save.error} />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" busy={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}

function toDraft(connection: Connection): Draft {
  const { name, environmentUrl, cloud, authorityUrl, tenantId, clientId } = connection
  const { owner, environmentUse } = connection
  return {
    name,
    environmentUrl,
    cloud,
    authorityUrl: authorityUrl ?? '',
    tenantId: tenantId ?? '',
    clientId: clientId ?? '',
    owner: owner ?? '',
    environmentUse,
  }
}

/** Only what differs, so that a rename does not unsettle what was proven. */
function toChange(connection: Connection, draft: Draft): UpdateConnectionInput {
  const before = toDraft(connection)
  const changed = (name: keyof Draft) => draft[name].trim() !== before[name]
  const orNull = (value: string) => (value.trim() === '' ? null : value.trim())
  return {
    ...(changed('name') ? { name: draft.name.trim() } : {}),
    ...(changed('environmentUrl') ? { environmentUrl: draft.environmentUrl.trim() } : {}),
    ...(changed('cloud') ? { cloud: draft.cloud } : {}),
    ...(changed('authorityUrl') ? { authorityUrl: orNull(draft.authorityUrl) } : {}),
    ...(changed('tenantId') ? { tenantId: orNull(draft.tenantId) } : {}),
    ...(changed('clientId') ? { clientId: orNull(draft.clientId) } : {}),
    ...(changed('owner') ? { owner: orNull(draft.owner) } : {}),
    ...(changed('environmentUse') ? { environmentUse: draft.environmentUse } : {}),
  }
}
