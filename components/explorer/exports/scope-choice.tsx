'use client'

import { useQuery } from '@tanstack/react-query'
import { Choice, ChoiceGroup, Tick } from '@/components/explorer/exports/choice'
import {
  countQuery,
  type ExportDraft,
  type ExportSource,
  numberOption,
  requestOf,
  rowsToCome,
} from '@/components/explorer/exports/export-draft'
import { countOf } from '@/components/explorer/exports/export-queries'
import type { RowsPage } from '@/components/explorer/read-rows'

type Props = Readonly<{
  connectionId: string
  source: ExportSource
  draft: ExportDraft
  /** What is on the screen; null where it was not read. */
  page: RowsPage | null
  onChange: (part: Partial<ExportDraft>) => void
}>

/** One page or all of them, with the number of rows that it will be. */
export function ScopeChoice({ connectionId, source, draft, page, onChange }: Props) {
  const { first, shown } = source
  const isFirst = first.path === shown.path && first.query === shown.query
  const told = isFirst ? page?.['@odata.count'] : undefined
  const count = useQuery({
    ...countOf(connectionId, { path: first.path, query: countQuery(first.query) }),
    enabled: told === undefined,
  })
  const counted = told ?? count.data ?? null
  const top = numberOption(first.query, '$top')
  const { query } = requestOf(source, { ...draft, scope: 'all' })
  return (
    <div className="flex flex-col gap-2">
      <ChoiceGroup legend="Rows" className="grid gap-2 sm:grid-cols-2">
        <Choice
          name="scope"
          value="all"
          checked={draft.scope === 'all'}
          onChoose={() => onChange({ scope: 'all' })}
          label="All pages"
          hint={
            counted === null ? (
              <span role="status">
                {count.isFetching ? 'F&O is counting…' : 'F&O did not count'}
              </span>
            ) : (
              rowsText(rowsToCome(query, counted))
            )
          }
        />
        <Choice
          name="scope"
          value="page"
          checked={draft.scope === 'page'}
          onChoose={() => onChange({ scope: 'page' })}
          label={isFirst ? 'The first page' : 'The page on the screen'}
          hint={page ? rowsText(page.value.length) : 'At most 10,000 rows'}
        />
      </ChoiceGroup>
      {draft.scope === 'all' && top !== null ? (
        <Tick
          checked={draft.dropsTop}
          onChange={(dropsTop) => onChange({ dropsTop })}
          label={`Without the query’s limit of ${rowsText(top)}`}
          hint="$top is left out, so that every row comes."
        />
      ) : null}
    </div>
  )
}

function rowsText(rows: number): string {
  return `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`
}
