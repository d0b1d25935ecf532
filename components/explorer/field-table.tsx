'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useCallback, useRef } from 'react'
import {
  type FieldRow,
  nextSort,
  type Sort,
  type SortColumn,
} from '@/components/explorer/field-rows'
import { FieldTableRow } from '@/components/explorer/field-table-row'
import { cx } from '@/components/ui/cx'
import { useRem } from '@/components/ui/use-rem'

type Props = Readonly<{
  label: string
  rows: readonly FieldRow[]
  sort: Sort
  onSort: (sort: Sort) => void
  /** Names of the fields whose enums are unfolded. */
  unfolded: ReadonlySet<string>
  onToggle: (field: string) => void
  /** Values of one row by field, shown under the names; null for none. */
  sample: ReadonlyMap<string, string> | null
}>

const rowRem = 2.1

/** What has no room on a narrow screen stands under the name there. */
const wideOnly = 'hidden @3xl:table-cell'

const columns: readonly Readonly<{ column: SortColumn; head: string; look?: string }>[] = [
  { column: 'name', head: 'Field', look: 'w-1/2 pl-4 sm:pl-6 @3xl:w-[27%]' },
  { column: 'type', head: 'Type', look: '@3xl:w-[24%]' },
  { column: 'length', head: 'Length', look: cx(wideOnly, 'w-[8%] text-right') },
  { column: 'required', head: 'Required', look: cx(wideOnly, 'w-[11%]') },
  { column: 'edit', head: 'Editing', look: cx(wideOnly, 'w-[12%]') },
  { column: 'label', head: 'Label', look: wideOnly },
]

/** The fields of an entity, a row each; a press on a head sorts by it. */
export function FieldTable(props: Props) {
  const { label, rows, sort, onSort, unfolded, onToggle, sample } = props
  const scroller = useRef<HTMLElement>(null)
  const remPx = useRem()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => Math.round(rowRem * remPx),
    getItemKey: useCallback((index: number) => rows[index]?.field.name ?? index, [rows]),
    overscan: 8,
    initialRect: { width: 800, height: 800 },
  })
  const items = virtual.getVirtualItems()
  const above = items[0]?.start ?? 0
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <section
      ref={scroller}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="@container min-h-0 flex-1 bg-surface overflow-auto overscroll-contain -outline-offset-2"
    >
      <table
        aria-rowcount={rows.length + 1}
        className="w-full table-fixed border-separate border-spacing-0 text-left text-sm"
      >
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ column, head, look }) => (
              <th
                key={column}
                scope="col"
                aria-sort={ariaSort(sort, column)}
                className={cx(
                  'sticky top-0 z-1 border-y border-line bg-sunken px-3 font-medium',
                  look,
                )}
              >
                <button
                  type="button"
                  onClick={() => onSort(nextSort(sort, column))}
                  className="inline-flex min-h-9 items-center gap-1 rounded-sm -outline-offset-2 hover:text-accent"
                >
                  {head}
                  <SortMark sort={sort} column={column} />
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <Gap heightPx={above} />
        {items.map(({ index, key }) => {
          const row = rows[index]
          return row ? (
            <FieldTableRow
              key={key}
              ref={virtual.measureElement}
              index={index}
              row={row}
              sample={sample?.get(row.field.name)}
              isUnfolded={unfolded.has(row.field.name) || row.byMember}
              onToggle={() => onToggle(row.field.name)}
            />
          ) : null
        })}
        <Gap heightPx={below} />
      </table>
    </section>
  )
}

/** Room of the rows that are not on the screen. */
function Gap({ heightPx }: Readonly<{ heightPx: number }>) {
  if (heightPx <= 0) return null
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={columns.length} className="p-0" style={{ height: heightPx }} />
      </tr>
    </tbody>
  )
}

function ariaSort(sort: Sort, column: SortColumn): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none'
  return sort.isDescending ? 'descending' : 'ascending'
}

function SortMark({ sort, column }: Readonly<{ sort: Sort; column: SortColumn }>) {
  if (sort?.column !== column) return <span aria-hidden="true" className="size-3.5" />
  const Icon = sort.isDescending ? ArrowDown : ArrowUp
  return <Icon aria-hidden="true" className="size-3.5 text-accent" />
}
