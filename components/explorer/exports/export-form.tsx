'use client'

import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { Choice, ChoiceGroup } from '@/components/explorer/exports/choice'
import { ColumnChoice } from '@/components/explorer/exports/column-choice'
import { CsvChoice } from '@/components/explorer/exports/csv-choice'
import {
  type ExportDraft,
  type ExportSource,
  newDraft,
  requestOf,
  toExportInput,
} from '@/components/explorer/exports/export-draft'
import { ExportStarted } from '@/components/explorer/exports/export-started'
import { askedText, formatWords } from '@/components/explorer/exports/export-words'
import { ScopeChoice } from '@/components/explorer/exports/scope-choice'
import { useStartExport } from '@/components/explorer/exports/use-export-acts'
import { rowsOf } from '@/components/explorer/queries'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { ExportFormat } from '@/lib/contract/export'

type Props = Readonly<{
  connectionId: string
  entitySet: string
  source: ExportSource
  onClose: () => void
}>

const formats: readonly ExportFormat[] = ['xlsx', 'csv', 'parquet', 'ndjson']

/** What is exported, and as what; then that it has begun. */
export function ExportForm({ connectionId, entitySet, source, onClose }: Props) {
  const [draft, setDraft] = useState<ExportDraft>(() => newDraft(source))
  const start = useStartExport(connectionId)
  // What stands on the screen is not asked for again.
  const answer = useQuery({ ...rowsOf(connectionId, source.shown), enabled: false }).data
  const change = (part: Partial<ExportDraft>) => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A form in a dialog is still a child of the page's form where one is around it.
    event.stopPropagation()
    if (!start.isPending) start.mutate(toExportInput(source, draft))
  }
  if (start.data) return <ExportStarted started={start.data} onClose={onClose} />
  if (answer && !answer.page) return <NoRows onClose={onClose} />
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <ScopeChoice
        connectionId={connectionId}
        source={source}
        draft={draft}
        page={answer?.page ?? null}
        onChange={change}
      />
      <ChoiceGroup legend="Format" className="grid gap-2 sm:grid-cols-2">
        {formats.map((format) => (
          <Choice
            key={format}
            name="format"
            value={format}
            checked={draft.format === format}
            onChoose={() => change({ format })}
            label={formatWords[format].name}
            hint={formatWords[format].use}
          />
        ))}
      </ChoiceGroup>
      {draft.format === 'csv' ? (
        <CsvChoice csv={draft.csv} onChange={(csv) => change({ csv })} />
      ) : null}
      <ColumnChoice
        connectionId={connectionId}
        entitySet={entitySet}
        query={requestOf(source, draft).query}
        answered={answer?.page?.value.names ?? []}
        chosen={draft.columns}
        onChange={(columns) => change({ columns })}
      />
      <Field label="File name" aside={`.${draft.format}`}>
        <TextInput
          value={draft.name}
          maxLength={120}
          onValueChange={(name) => change({ name })}
          autoComplete="off"
        />
      </Field>
      <p className="rounded-md bg-sunken px-3 py-2 font-mono text-xs break-all text-muted">
        <span className="sr-only">F&amp;O is asked for </span>
        {askedText(requestOf(source, draft))}
      </p>
      {start.error ? <ProblemCallout error={start.error} /> : null}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          variant="primary"
          disabled={draft.columns?.length === 0}
          busy={start.isPending}
        >
          Export
        </Button>
      </div>
    </form>
  )
}

function NoRows({ onClose }: Readonly<{ onClose: () => void }>) {
  return (
    <div className="flex flex-col gap-4">
      <Callout title="There are no rows to export">
        What is asked for is answered by a single row or a number. Ask for the entity set without a
        key, with a filter if need be.
      </Callout>
      <div className="flex justify-end">
        <Button onClick={onClose}>Close</Button>
      </div>
    </div>
  )
}
