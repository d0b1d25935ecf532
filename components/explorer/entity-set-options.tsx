'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import Link from 'next/link'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { paths } from '@/components/shell/paths'
import { cx } from '@/components/ui/cx'
import { useRem } from '@/components/ui/use-rem'
import type { EntitySet } from '@/lib/contract/catalog'

type Props = Readonly<{
  listId: string
  connectionId: string
  found: readonly EntitySet[]
  /** Index that the arrow keys are at. */
  active: number
  opened: string | undefined
  /** What is sought, to mark it in the names. */
  text: string
  /** Walks and opens, as it does in the search. */
  onKeyDown: (event: KeyboardEvent) => void
}>

const rowRem = 2.125

/** Where the arrow keys are shows only while they would do something. */
const activeLook =
  '-outline-offset-2 outline-accent group-has-[input:focus]/finder:outline-2 group-focus/list:outline-2'

/** The names that were found; only those on the screen exist in the page. */
export function EntitySetOptions(props: Props) {
  const { listId, connectionId, found, active, opened, text, onKeyDown } = props
  const scroller = useRef<HTMLDivElement>(null)
  const rowPx = Math.round(rowRem * useRem())
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 12,
    initialRect: { width: 300, height: 800 },
  })
  useEffect(() => {
    // The sizes that it keeps were taken with the text as large as it was then.
    if (rowPx > 0) virtual.measure()
  }, [virtual, rowPx])
  useEffect(() => {
    // The list scrolls by itself, outside of what React draws.
    if (found.length > 0) virtual.scrollToIndex(active, { align: 'auto' })
  }, [virtual, active, found])
  if (found.length === 0) {
    return <p className="px-4 py-6 text-sm text-muted">No entity set is named like “{text}”.</p>
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
          const set = found[item.index]
          return set ? (
            <Link
              key={set.name}
              id={`${listId}-${item.index}`}
              role="option"
              aria-selected={set.name === opened}
              aria-setsize={found.length}
              aria-posinset={item.index + 1}
              href={paths.explorer(connectionId, set.name, text)}
              prefetch={false}
              title={set.name}
              tabIndex={-1}
              className={cx(
                'absolute inset-x-0 flex items-center border-l-2 px-4 text-sm',
                set.name === opened
                  ? 'border-accent bg-accent-soft font-medium text-ink'
                  : 'border-transparent text-ink hover:bg-sunken',
                item.index === active && activeLook,
              )}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
            >
              <span className="truncate">
                <Marked name={set.name} text={text} />
              </span>
            </Link>
          ) : null
        })}
      </div>
    </div>
  )
}

/** `name` with the first sought word in it marked. */
function Marked({ name, text }: Readonly<{ name: string; text: string }>) {
  const word = text.trim().split(/\s+/)[0] ?? ''
  const at = word === '' ? -1 : name.toLowerCase().indexOf(word.toLowerCase())
  if (at === -1) return name
  return (
    <>
      {name.slice(0, at)}
      <mark className="bg-transparent font-semibold text-accent">
        {name.slice(at, at + word.length)}
      </mark>
      {name.slice(at + word.length)}
    </>
  )
}
