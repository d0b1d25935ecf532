'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { entityFactsOf } from '@/components/data/catalog-queries'
import { useLabels } from '@/components/data/use-labels'
import { languageOptions } from '@/components/explorer/label-languages'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import type { LabelStatus } from '@/lib/contract/labels'

/** Which language the labels are in, and how many have been read. */
export function LabelBar({ connectionId }: Readonly<{ connectionId: string }>) {
  const { data: facts } = useQuery(entityFactsOf(connectionId))
  const { language, choose, status, read } = useLabels(connectionId)
  const isUnread = status?.state === 'none' && status.wanted > 0
  useEffect(() => {
    // The reading goes on in the server, which is told once of each language.
    if (isUnread) read()
  }, [isUnread, read])
  if (!facts || !status || (status.wanted === 0 && status.state !== 'refused')) return null
  if (status.state === 'refused') {
    return (
      <div className="flex items-center justify-between gap-3">
        <p title={status.refusal ?? undefined}>No labels: {lowerFirst(status.refusal ?? '')}</p>
        <Button size="sm" variant="ghost" onClick={read}>
          Ask again
        </Button>
      </div>
    )
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <label className="flex min-w-0 items-center gap-2">
        Labels
        <select
          value={language}
          onChange={(event) => choose(event.target.value)}
          className="h-7 max-w-44 min-w-0 rounded-sm border border-line bg-surface px-1.5 text-xs text-ink hover:border-line-strong"
        >
          {languageOptions(facts.language, language).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Progress status={status} onGoOn={read} />
    </div>
  )
}

type ProgressProps = Readonly<{ status: LabelStatus; onGoOn: () => void }>

function Progress({ status: { state, known, wanted }, onGoOn }: ProgressProps) {
  if (state === 'complete' || state === 'none' || state === 'refused') return null
  const share = `${known.toLocaleString('en')} of ${wanted.toLocaleString('en')}`
  if (state === 'reading') {
    return (
      <p className="flex items-center gap-2 tabular-nums">
        <Spinner label="Reading labels" />
        {share}
      </p>
    )
  }
  return (
    <p className="flex items-center gap-2 tabular-nums">
      {share}
      <Button size="sm" variant="ghost" onClick={onGoOn}>
        Go on
      </Button>
    </p>
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
