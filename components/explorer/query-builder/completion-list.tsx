'use client'

import { cx } from '@/components/ui/cx'
import type { CompletionItem } from '@/lib/odata/query/completion'

type Props = Readonly<{
  id: string
  items: readonly CompletionItem[]
  /** Index that the arrow keys are at; -1 for none. */
  active: number
  onAccept: (item: CompletionItem) => void
}>

/** What may be written next. The focus stays in the text. */
export function CompletionList({ id, items, active, onAccept }: Props) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="What may be written here"
      className="absolute top-full left-0 z-30 mt-1 max-h-64 w-96 max-w-full overflow-y-auto overscroll-contain rounded-md border border-line bg-raised py-1 text-sm shadow-pop"
    >
      {items.map((item, index) => (
        <div
          key={item.insert}
          id={`${id}-${index}`}
          ref={index === active ? scrollHere : null}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // A press must not take the focus out of the text.
          onMouseDown={(event) => {
            event.preventDefault()
            onAccept(item)
          }}
          className={cx(
            'flex cursor-default items-baseline gap-3 px-3 py-1',
            index === active ? 'bg-accent-soft' : 'hover:bg-sunken',
          )}
        >
          <span className="min-w-0 flex-1 truncate font-mono">{item.label}</span>
          <span className="shrink-0 text-xs text-muted">{item.detail}</span>
        </div>
      ))}
    </div>
  )
}

function scrollHere(option: HTMLElement | null) {
  option?.scrollIntoView({ block: 'nearest' })
}
