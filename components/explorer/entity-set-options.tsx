'use client'

import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import Link from 'next/link'
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import type { FoundSet, FoundSets } from '@/components/data/found-sets'
import { EntitySetHints } from '@/components/explorer/entity-set-hints'
import { FoundWhy } from '@/components/explorer/found-why'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { cx } from '@/components/ui/cx'
import { Marked } from '@/components/ui/marked'
import { useRem } from '@/components/ui/use-rem'

type Props = Readonly<{
  listId: string
  connectionId: string
  found: FoundSets
  /** Index that the arrow keys are at. */
  active: number
  opened: string | undefined
  /** Whether nothing but names was searched. */
  onlyNames: boolean
  /** Walks and opens, as it does in the search. */
  onKeyDown: (event: KeyboardEvent) => void
}>

const rowRem = 2.125
const rowWithWhyRem = 3.25

/** Where the arrow keys are shows only while they would do something. */
const activeLook =
  '-outline-offset-2 outline-accent group-has-[input:focus]/finder:outline-2 group-focus/list:outline-2'

/** What was found, and why; only what is on the screen exists in the page. */
export function EntitySetOptions(props: Props) {
  const { listId, connectionId, found, active, opened, onlyNames, onKeyDown } = props
  const { sets, text } = found
  const [tab] = useQueryParam('tab')
  const [category] = useQueryParam('category')
  const scroller = useRef<HTMLDivElement>(null)
  const remPx = useRem()
  const virtual = useVirtualizer({
    count: sets.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) =>
      Math.round((hasTwoLines(sets[index]) ? rowWithWhyRem : rowRem) * remPx),
    // Another function where the rows are others: sizes are kept by it.
    getItemKey: useCallback(
      (index: number) => `${sets[index]?.name} ${hasTwoLines(sets[index])} ${remPx} ${index}`,
      [sets, remPx],
    ),
    overscan: 4,
    initialRect: { width: 300, height: 800 },
  })
  useEffect(() => {
    // The list scrolls by itself, outside of what React draws. To ask for it costs a layout.
    if (sets.length > 0 && !isInView(virtual, active))
      virtual.scrollToIndex(active, { align: 'auto' })
  }, [virtual, active, sets])
  if (sets.length === 0) {
    if (found.category !== null) {
      return (
        <p className="flex-1 px-4 py-6 text-sm text-muted">
          No {found.category.toLowerCase()} entity{text === '' ? '.' : ` is found by “${text}”.`}
        </p>
      )
    }
    return text === '' ? null : (
      <p className="flex-1 px-4 py-6 text-sm text-muted">
        {onlyNames
          ? `No entity set is named like “${text}”. Fields and values are searched once the catalog is there.`
          : `No name, label, field or value is like “${text}”.`}
      </p>
    )
  }
  return (
    <div
      ref={scroller}
      id={listId}
      role="listbox"
      aria-label="Entity sets"
      aria-activedescendant={`${listId}-${active}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className="group/list min-h-0 flex-1 overflow-y-auto overscroll-contain -outline-offset-2"
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const set = sets[item.index]
          return set ? (
            <Link
              key={item.index}
              id={`${listId}-${item.index}`}
              role="option"
              aria-selected={set.name === opened}
              aria-setsize={sets.length}
              aria-posinset={item.index + 1}
              href={paths.explorer(connectionId, set.name, { find: text, category, tab })}
              prefetch={false}
              title={set.name}
              tabIndex={-1}
              className={cx(
                'absolute inset-x-0 flex items-center gap-2 border-l-2 px-4 text-sm',
                set.name === opened
                  ? 'border-accent bg-accent-soft font-medium text-ink'
                  : 'border-transparent text-ink hover:bg-sunken',
                item.index === active && activeLook,
              )}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <OptionText set={set} />
              <EntitySetHints set={set} />
            </Link>
          ) : null
        })}
      </div>
    </div>
  )
}

function isInView(virtual: Virtualizer<HTMLDivElement, Element>, index: number): boolean {
  const row = virtual.measurementsCache[index]
  const from = virtual.scrollOffset ?? 0
  const height = virtual.scrollRect?.height ?? 0
  return row !== undefined && row.start >= from && row.end <= from + height
}

function OptionText({ set }: Readonly<{ set: FoundSet }>) {
  return (
    <span className="min-w-0 flex-1">
      <span className="block truncate">
        <Marked text={set.name} stretches={set.stretches} />
      </span>
      {set.why ? <FoundWhy why={set.why} /> : <Label set={set} />}
    </span>
  )
}

function Label({ set: { label } }: Readonly<{ set: FoundSet }>) {
  return label === null ? null : (
    <span className="block truncate text-xs font-normal text-muted">{label}</span>
  )
}

function hasTwoLines(set: FoundSet | undefined): boolean {
  return set !== undefined && (set.why !== null || set.label !== null)
}
