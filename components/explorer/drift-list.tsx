'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import { DriftChangeRow } from '@/components/explorer/drift-change-row'
import { DriftOwnerRow } from '@/components/explorer/drift-owner-row'
import type { DriftRow } from '@/components/explorer/drift-rows'
import { useRem } from '@/components/ui/use-rem'
import type { CatalogDrift } from '@/lib/contract/drift'

type Props = Readonly<{
  connectionId: string
  drift: CatalogDrift
  rows: readonly DriftRow[]
}>

const rowRem = 2.5

/** Owner by owner, what is different there; only what is on the screen exists in the page. */
export function DriftList({ connectionId, drift, rows }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const remPx = useRem()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => Math.round(rowRem * remPx),
    // Another function where the rows are others: sizes are kept by it.
    getItemKey: useCallback((index: number) => keyOf(rows[index], index), [rows]),
    overscan: 8,
    initialRect: { width: 900, height: 800 },
  })
  const items = virtual.getVirtualItems()
  return (
    <section
      ref={scroller}
      aria-label="Differences"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="@container min-h-0 flex-1 overflow-auto max-lg:h-[85dvh] max-lg:flex-none overscroll-contain bg-surface -outline-offset-2"
    >
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index]
          return row ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              {row.type === 'owner' ? (
                <DriftOwnerRow connectionId={connectionId} drift={drift} row={row} />
              ) : (
                <DriftChangeRow change={row.change} />
              )}
            </li>
          ) : null
        })}
      </ul>
    </section>
  )
}

function keyOf(row: DriftRow | undefined, index: number): string {
  if (!row) return String(index)
  const { kind, verb, owner, name, isUsed } = row.change
  return `${row.type} ${kind} ${verb} ${owner} ${name} ${isUsed}`
}
