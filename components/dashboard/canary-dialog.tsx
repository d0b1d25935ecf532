'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { type CanaryDraft, toDraft, toInput } from '@/components/dashboard/canary-draft'
import { everyText } from '@/components/dashboard/canary-words'
import { MaintenanceWindows } from '@/components/dashboard/maintenance-windows'
import { canaryOf } from '@/components/dashboard/queries'
import { entitySetsOf } from '@/components/data/connection-queries'
import { fetchJson, jsonBody } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { fieldProblem, isFieldProblem } from '@/components/data/problem-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type Canary, CanaryReport, CanaryState } from '@/lib/contract/canary'

const usualMinutes = [1, 5, 10, 15, 30, 60, 360, 1440]
const stateWords: Readonly<Record<CanaryState, string>> = {
  on: 'On',
  paused: 'Paused',
  off: 'Off',
}

type Props = Readonly<{
  connectionId: string
  canary: Canary | null
  open: boolean
  onOpenChange: (open: boolean) => void
}>

/** What a canary reads, how often, and when not. */
export function CanaryDialog({ connectionId, canary, open, onOpenChange }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Canary"
      description="A proof from the host name to rows of your choice, again and again."
    >
      <CanaryForm connectionId={connectionId} canary={canary} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

type FormProps = Readonly<{ connectionId: string; canary: Canary | null; onDone: () => void }>

function CanaryForm({ connectionId, canary, onDone }: FormProps) {
  const client = useQueryClient()
  const [draft, setDraft] = useState<CanaryDraft>(() => toDraft(canary))
  const save = useMutation({
    mutationFn: (typed: CanaryDraft) =>
      fetchJson(
        CanaryReport,
        `/api/connections/${connectionId}/canary`,
        jsonBody('PUT', toInput(typed)),
      ),
    onSuccess: (report) => {
      client.setQueryData(canaryOf(connectionId).queryKey, report)
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft)
  }
  const set = (name: keyof CanaryDraft) => (value: string) => setDraft({ ...draft, [name]: value })
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="State">
          <Select
            name="state"
            value={draft.state}
            onValueChange={set('state')}
            options={CanaryState.options.map((value) => ({ value, label: stateWords[value] }))}
          />
        </Field>
        <Field label="Runs" error={fieldProblem(save.error, 'everyMinutes')}>
          <Select
            name="everyMinutes"
            value={draft.everyMinutes}
            onValueChange={set('everyMinutes')}
            options={minutesWith(Number(draft.everyMinutes)).map((minutes) => ({
              value: String(minutes),
              label: everyText(minutes),
            }))}
          />
        </Field>
      </div>
      <EntitySetField connectionId={connectionId} draft={draft} set={set} error={save.error} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Company"
          aside="optional"
          hint="Else the default company of the mapped user."
          error={fieldProblem(save.error, 'company')}
        >
          <TextInput
            name="company"
            mono={true}
            placeholder="usmf"
            value={draft.company}
            onValueChange={set('company')}
          />
        </Field>
        <Field
          label="Latency limit (ms)"
          hint="A slower read counts as too slow."
          error={fieldProblem(save.error, 'latencyLimitMs')}
        >
          <TextInput
            name="latencyLimitMs"
            inputMode="numeric"
            required={true}
            value={draft.latencyLimitMs}
            onValueChange={set('latencyLimitMs')}
          />
        </Field>
      </div>
      <Field
        label="Filter"
        aside="optional"
        hint="As after $filter=, at most 100 rows are read."
        error={fieldProblem(save.error, 'filter')}
      >
        <TextInput
          name="filter"
          mono={true}
          placeholder="CustomerGroupId eq '10'"
          value={draft.filter}
          onValueChange={set('filter')}
        />
      </Field>
      <MaintenanceWindows
        windows={draft.windows}
        onChange={(windows) => setDraft({ ...draft, windows })}
      />
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

type EntitySetProps = Readonly<{
  connectionId: string
  draft: CanaryDraft
  set: (name: keyof CanaryDraft) => (value: string) => void
  error: Error | null
}>

function EntitySetField({ connectionId, draft, set, error }: EntitySetProps) {
  const known = useQuery(entitySetsOf(connectionId))
  const listId = useId()
  return (
    <Field
      label="Entity set"
      hint="One that your integration really reads."
      error={fieldProblem(error, 'entitySet')}
    >
      <TextInput
        name="entitySet"
        mono={true}
        required={true}
        placeholder="CustomersV3"
        list={listId}
        value={draft.entitySet}
        onValueChange={set('entitySet')}
      />
      <datalist id={listId}>
        {known.data?.entitySets.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Field>
  )
}

/** The usual choices, and the one that was set by other means. */
function minutesWith(chosen: number): readonly number[] {
  return usualMinutes.includes(chosen)
    ? usualMinutes
    : [...usualMinutes, chosen].toSorted((a, b) => a - b)
}
