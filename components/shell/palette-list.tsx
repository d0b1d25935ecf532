'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { PaletteGroup } from '@/components/shell/palette-items'
import { cx } from '@/components/ui/cx'
import { Marked } from '@/components/ui/marked'

type Props = Readonly<{
  listId: string
  groups: readonly PaletteGroup[]
  /** Index over all groups that the arrow keys are at. */
  active: number
  onGo: () => void
}>

/** The places that were found, in groups. */
export function PaletteList({ listId, groups, active, onGo }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The list scrolls by itself, outside of what React draws.
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const starts = groups.map((_, index) =>
    groups.slice(0, index).reduce((sum, { items }) => sum + items.length, 0),
  )
  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label="Places"
      className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain p-2"
    >
      {groups.map(({ name, items }, group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, which fieldset is not
        <div key={name} role="group" aria-labelledby={`${listId}-group-${group}`}>
          <p
            id={`${listId}-group-${group}`}
            className="px-2.5 pt-2 pb-1 text-xs font-medium text-muted"
          >
            {name}
          </p>
          {items.map((item, place) => {
            const index = (starts[group] ?? 0) + place
            return (
              <Link
                key={item.href}
                id={`${listId}-${index}`}
                data-index={index}
                role="option"
                aria-selected={index === active}
                tabIndex={-1}
                href={item.href}
                prefetch={false}
                onClick={onGo}
                className={cx(
                  'flex min-h-9 items-baseline gap-3 rounded-sm px-2.5 py-1.5 text-sm',
                  index === active ? 'bg-accent-soft' : 'hover:bg-sunken',
                )}
              >
                <span className="min-w-0 truncate">
                  <Marked text={item.title} stretches={item.stretches} />
                </span>
                <span className="ml-auto max-w-[50%] shrink-0 truncate text-xs text-muted">
                  {item.hint}
                </span>
              </Link>
            )
          })}
        </div>
      ))}
    </div>
  )
}
