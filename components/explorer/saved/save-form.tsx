'use client'

import { type FormEvent, useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { fieldProblem, isFieldProblem } from '@/components/data/problem-words'
import { ParameterPicks } from '@/components/explorer/saved/parameter-picks'
import { useSaveQuery } from '@/components/explorer/saved/use-saved-acts'
import { Button } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { SavedQuery } from '@/lib/contract/saved-query'

type Draft = Pick<SavedQuery, 'name' | 'note' | 'entitySet' | 'options'>

type Props = Readonly<{
  connectionId: string
  /** Null for one that is not saved yet. */
  queryId: string | null
  initial: Draft
  onClose: () => void
}>

/** Name, note and text of a saved query, and which of its values are asked for. */
export function SaveForm({ connectionId, queryId, initial, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>(initial)
  const save = useSaveQuery(connectionId, queryId)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!save.isPending) save.mutate(draft, { onSuccess: onClose })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label="Name" error={fieldProblem(save.error, 'name')}>
        <TextInput
          value={draft.name}
          maxLength={120}
          required={true}
          placeholder="Open orders of a company"
          onValueChange={(name) => change({ name })}
          autoComplete="off"
        />
      </Field>
      <Field label="Note" aside="optional" error={fieldProblem(save.error, 'note')}>
        <TextInput
          value={draft.note}
          maxLength={2000}
          placeholder="What it is for, and who needs it"
          onValueChange={(note) => change({ note })}
          autoComplete="off"
        />
      </Field>
      <label className="flex flex-col gap-1.5">
        <span className="text-sm font-medium">Query of {draft.entitySet}</span>
        <textarea
          value={draft.options}
          rows={3}
          spellCheck={false}
          onChange={(event) => change({ options: event.target.value })}
          className={cx(controlLook, 'font-mono text-sm leading-6')}
        />
      </label>
      <ParameterPicks options={draft.options} onChange={(options) => change({ options })} />
      {save.error && !isFieldProblem(save.error, ['name', 'note']) ? (
        <ProblemCallout error={save.error} />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" busy={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  )
}
