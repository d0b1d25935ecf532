'use client'

import { Braces, Table } from 'lucide-react'
import { ColumnsDialog } from '@/components/explorer/grid/columns-dialog'
import { type Box, countOf } from '@/components/explorer/grid/selection'
import type { GridColumns } from '@/components/explorer/grid/use-grid-layout'
import { Button } from '@/components/ui/button'

type Props = Readonly<{
  layout: GridColumns
  box: Box
  /** What was done last, in words. */
  said: string
  onCopy: (how: 'tsv' | 'json') => void
}>

/** What is selected and what can be done with it; the choice of columns. */
export function GridBar({ layout, box, said, onCopy }: Props) {
  const isRange = countOf(box) > 1
  const rows = box.bottom - box.top + 1
  const columns = box.right - box.left + 1
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-1 border-b border-line bg-surface px-2 text-sm sm:px-4">
      <p role="status" className="min-w-0 flex-1 truncate px-1 text-muted tabular-nums">
        {said}
        {said === '' && isRange
          ? `${rows.toLocaleString('en')} × ${columns.toLocaleString('en')} cells selected`
          : null}
      </p>
      {isRange ? (
        <>
          <Button
            size="sm"
            variant="ghost"
            aria-label="Copy as TSV with the names of the columns"
            title="Copy as TSV with the names of the columns"
            onClick={() => onCopy('tsv')}
          >
            <Table aria-hidden="true" />
            TSV
          </Button>
          <Button
            size="sm"
            variant="ghost"
            aria-label="Copy as JSON"
            title="Copy as JSON"
            onClick={() => onCopy('json')}
          >
            <Braces aria-hidden="true" />
            JSON
          </Button>
        </>
      ) : null}
      <ColumnsDialog layout={layout} />
    </div>
  )
}
