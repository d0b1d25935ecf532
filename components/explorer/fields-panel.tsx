'use client'

import { startTransition, useDeferredValue, useMemo, useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import {
  findFieldRows,
  type Sort,
  sortFieldRows,
  toFieldRows,
} from '@/components/explorer/field-rows'
import { FieldTable } from '@/components/explorer/field-table'
import { useEntityLabels } from '@/components/explorer/use-entity-labels'
import { useSampleRow } from '@/components/explorer/use-sample-row'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'
import { Spinner } from '@/components/ui/spinner'
import type { EntitySetDetail } from '@/lib/contract/catalog'

type Props = Readonly<{ connectionId: string; detail: EntitySetDetail }>

/** Every field of an entity, found as one types. */
export function FieldsPanel({ connectionId, detail }: Props) {
  const { texts, isReading } = useEntityLabels(connectionId, detail)
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort>(null)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const sought = useDeferredValue(text)
  const sample = useSampleRow(connectionId, detail.name)
  const rows = useMemo(() => toFieldRows(detail, texts), [detail, texts])
  const shown = useMemo(
    () => sortFieldRows(findFieldRows(rows, sought), sort),
    [rows, sought, sort],
  )
  const enumFields = rows.filter((row) => row.choice).map(({ field }) => field.name)
  const isAllUnfolded = enumFields.length > 0 && unfolded.size === enumFields.length
  const toggle = (name: string) => {
    const next = new Set(unfolded)
    if (!next.delete(name)) next.add(name)
    setUnfolded(next)
  }
  const toggleAll = () => {
    // Hundreds of enums take a while to draw, and the page must not stand still for it.
    startTransition(() => setUnfolded(new Set(isAllUnfolded ? [] : enumFields)))
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
        <SearchInput
          label="Search fields"
          placeholder="Field, label, type, enum value"
          value={text}
          onValueChange={setText}
          className="w-full sm:w-80"
        />
        <p role="status" className="text-sm text-muted tabular-nums">
          {shown.length === rows.length
            ? countOf(rows.length)
            : `${shown.length} of ${countOf(rows.length)}`}
        </p>
        {isReading ? (
          <p className="flex items-center gap-2 text-xs text-muted">
            <Spinner />
            Reading labels
          </p>
        ) : null}
        <div className="ml-auto flex gap-2">
          {sample.isOffered ? (
            <Button
              size="sm"
              variant="ghost"
              aria-pressed={sample.isShown}
              busy={sample.isReading}
              onClick={sample.toggle}
            >
              Sample row
            </Button>
          ) : null}
          {enumFields.length > 0 ? (
            <Button size="sm" variant="ghost" aria-pressed={isAllUnfolded} onClick={toggleAll}>
              {isAllUnfolded ? 'Fold enums' : 'Unfold enums'}
            </Button>
          ) : null}
        </div>
      </div>
      {sample.error ? <ProblemCallout error={sample.error} className="mx-4 mb-3 sm:mx-6" /> : null}
      {sample.isShown && sample.values === null ? (
        <p role="status" className="px-4 pb-3 text-sm text-muted sm:px-6">
          {detail.name} has no row in any company that can be read.
        </p>
      ) : null}
      {shown.length > 0 ? (
        <FieldTable
          rows={shown}
          sort={sort}
          onSort={setSort}
          unfolded={unfolded}
          onToggle={toggle}
          sample={sample.isShown ? (sample.values ?? null) : null}
          label={`Fields of ${detail.name}`}
        />
      ) : (
        <p className="px-4 py-6 text-sm text-muted sm:px-6">
          {rows.length === 0
            ? 'The metadata names no fields for this entity.'
            : `No field has “${sought}” in its name, label, type or values.`}
        </p>
      )}
    </div>
  )
}

function countOf(fields: number): string {
  return `${fields} ${fields === 1 ? 'field' : 'fields'}`
}
