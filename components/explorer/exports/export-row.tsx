'use client'

import Link from 'next/link'
import { ExportActs } from '@/components/explorer/exports/export-acts'
import { ExportProgress } from '@/components/explorer/exports/export-progress'
import { askedText, formatWords, stateWord } from '@/components/explorer/exports/export-words'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { Disclosure } from '@/components/ui/disclosure'
import type { Tone } from '@/components/ui/tone'
import type { Export, ExportState } from '@/lib/contract/export'

type Props = Readonly<{ one: Export; Diagnosis: DiagnosisView }>

const tones: Readonly<Record<ExportState, Tone>> = {
  queued: 'neutral',
  running: 'info',
  paused: 'neutral',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
}

/** One export: what was asked for, how far it is, and what can be done with it. */
export function ExportRow({ one, Diagnosis }: Props) {
  const asked = askedText(one)
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold">
            <span className="min-w-0 break-words">{one.fileName ?? one.name}</span>
            <Badge tone={one.waiting ? 'warning' : tones[one.state]}>{stateWord(one)}</Badge>
          </h2>
          <p className="mt-0.5 text-sm text-muted">
            {formatWords[one.format].name} · {one.scope === 'all' ? 'all pages' : 'one page'} ·
            begun <Ago iso={one.createdAt} />
          </p>
          <Link
            href={sourceOf(one)}
            title="Open this query in the explorer"
            className="mt-1 block truncate rounded-sm font-mono text-sm text-muted hover:text-ink hover:underline"
          >
            {asked}
          </Link>
        </div>
        <ExportActs one={one} />
      </div>
      <ExportProgress one={one} />
      <ExportRemarks one={one} Diagnosis={Diagnosis} />
    </li>
  )
}

function ExportRemarks({ one, Diagnosis }: Props) {
  const { failure, notes } = one
  return (
    <>
      {notes.length > 0 ? (
        <Callout tone="info">
          <ul className="flex flex-col gap-1 text-sm">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {failure ? (
        <Callout tone="danger" title={failure.title}>
          <p>{failure.detail}</p>
          {one.rows > 0 ? (
            <p className="mt-1 text-sm text-muted">
              The {one.rows.toLocaleString('en')} rows so far are kept; it goes on after them.
            </p>
          ) : null}
        </Callout>
      ) : null}
      {failure?.diagnosis ? (
        <Disclosure summary="What to do about it">
          <Diagnosis
            diagnosis={failure.diagnosis}
            failure={failure.failure}
            connectionId={one.connectionId}
          />
        </Disclosure>
      ) : null}
    </>
  )
}

function sourceOf({ connectionId, path, query }: Export): string {
  const entitySet = /^\w+/.exec(path)?.[0] ?? path
  const key = path.slice(entitySet.length)
  const options = key.startsWith('(') ? `${key}${query === '' ? '' : `?${query}`}` : query
  return paths.explorer(connectionId, entitySet, { options })
}
