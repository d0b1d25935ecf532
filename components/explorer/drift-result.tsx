'use client'

import { ArrowRight, CircleCheck, Download } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { DriftList } from '@/components/explorer/drift-list'
import { chosenChanges, toDriftRows, toDriftShow } from '@/components/explorer/drift-rows'
import { DriftShowSwitch } from '@/components/explorer/drift-show-switch'
import { toCsv, toMarkdown } from '@/components/explorer/drift-text'
import { sideWords } from '@/components/explorer/drift-words'
import { useQueryParam } from '@/components/shell/use-query-param'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { EmptyState } from '@/components/ui/empty-state'
import { saveText } from '@/components/ui/save-text'
import { SearchInput } from '@/components/ui/search-input'
import type { CatalogDrift } from '@/lib/contract/drift'
import type { DriftChange } from '@/lib/odata/drift/drift'

type Props = Readonly<{ connectionId: string; drift: CatalogDrift }>

/** How much is different, and what: all of it, or what is looked for. */
export function DriftResult({ connectionId, drift }: Props) {
  const [show, setShow] = useQueryParam('show')
  const [text, setText] = useQueryParam('name')
  const sought = useDeferredValue(text)
  const chosen = useMemo(
    () => chosenChanges(drift.changes, { show: toDriftShow(show), text: sought }),
    [drift, show, sought],
  )
  const rows = useMemo(() => toDriftRows(chosen), [chosen])
  if (drift.changes.length === 0) {
    return (
      <div className="flex flex-col gap-4 p-4 sm:p-6">
        <SidesLine drift={drift} />
        <EmptyState icon={<CircleCheck />} title="Nothing is different">
          Entity sets, fields, enums and actions are the same in both.
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <div className="flex flex-col gap-3 border-b border-line px-4 py-3 sm:px-6">
        <SidesLine drift={drift} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <DriftShowSwitch counts={drift.counts} value={toDriftShow(show)} onChange={setShow} />
          <SearchInput
            label="Filter by name"
            placeholder="Entity set, field, enum"
            value={text}
            onValueChange={setText}
            className="w-full sm:w-64"
          />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <p role="status" className="text-xs text-muted tabular-nums">
            {shownWords(chosen.length, drift)}
          </p>
          <Takeaway drift={drift} chosen={chosen} />
        </div>
      </div>
      {chosen.length === 0 ? (
        <p className="px-4 py-6 text-sm text-muted sm:px-6">No difference is like that.</p>
      ) : (
        <DriftList connectionId={connectionId} drift={drift} rows={rows} />
      )}
    </>
  )
}

function SidesLine({ drift: { before, after } }: Readonly<{ drift: CatalogDrift }>) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <span className="text-muted">From</span> {sideWords(before)}
      <ArrowRight aria-hidden="true" className="size-4 text-faint" />
      <span className="text-muted">to</span> {sideWords(after)}
    </p>
  )
}

type TakeawayProps = Readonly<{ drift: CatalogDrift; chosen: readonly DriftChange[] }>

/** What is shown, to take along. */
function Takeaway({ drift, chosen }: TakeawayProps) {
  const title = `From ${sideWords(drift.before)} to ${sideWords(drift.after)}`
  const markdown = useMemo(() => toMarkdown(title, chosen), [title, chosen])
  return (
    <div className="flex flex-wrap items-center gap-1">
      <CopyButton value={markdown} label="Copy as Markdown" text="Copy" />
      <Button
        size="sm"
        variant="ghost"
        onClick={() => saveText('drift.csv', toCsv(chosen), 'text/csv')}
      >
        <Download aria-hidden="true" />
        CSV
      </Button>
      <Button
        size="sm"
        variant="ghost"
        onClick={() => saveText('drift.md', markdown, 'text/markdown')}
      >
        <Download aria-hidden="true" />
        Markdown
      </Button>
    </div>
  )
}

function shownWords(shown: number, { changes, untold }: CatalogDrift): string {
  const told = changes.length.toLocaleString('en')
  const many = shown === changes.length ? told : `${shown.toLocaleString('en')} of ${told}`
  const rest = untold === 0 ? '' : `, and ${untold.toLocaleString('en')} more that are only counted`
  return `${many} ${changes.length === 1 ? 'difference' : 'differences'}${rest}`
}
