'use client'

import { ArrowDown, ArrowUp, Columns3, Pin, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { GridColumns } from '@/components/explorer/grid/use-grid-layout'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { Dialog } from '@/components/ui/dialog'
import { SearchInput } from '@/components/ui/search-input'

/** Which columns are shown, in which order, and which of them stay in sight. */
export function ColumnsDialog({ layout }: Readonly<{ layout: GridColumns }>) {
  const [open, setOpen] = useState(false)
  const { choices, shown } = layout
  const count =
    shown.length === choices.length ? `${choices.length}` : `${shown.length} of ${choices.length}`
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Columns3 aria-hidden="true" />
        Columns
        <span className="text-faint tabular-nums">{count}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Columns">
        <Choices layout={layout} />
      </Dialog>
    </>
  )
}

function Choices({ layout }: Readonly<{ layout: GridColumns }>) {
  const [text, setText] = useState('')
  const found = layout.choices.filter(({ name }) =>
    name.toLowerCase().includes(text.trim().toLowerCase()),
  )
  return (
    <div className="flex flex-col gap-3">
      <SearchInput
        label="Search columns"
        placeholder="Search columns"
        value={text}
        onValueChange={setText}
      />
      <ul className="-mx-2 h-[min(26rem,50dvh)] overflow-y-auto px-2">
        {found.map((choice) => (
          <Choice key={choice.name} choice={choice} layout={layout} />
        ))}
        {found.length === 0 ? (
          <li className="py-4 text-sm text-muted">No column is named like “{text}”.</li>
        ) : null}
      </ul>
      <div className="flex flex-wrap justify-between gap-2 border-t border-line pt-4">
        <Button size="sm" onClick={layout.showAll}>
          Show all
        </Button>
        <Button size="sm" onClick={layout.reset} disabled={!layout.isChanged}>
          <RotateCcw aria-hidden="true" />
          Reset all columns
        </Button>
      </div>
    </div>
  )
}

const smallButton =
  'grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink disabled:opacity-40 [&_svg]:size-4'

type ChoiceProps = Readonly<{ choice: GridColumns['choices'][number]; layout: GridColumns }>

function Choice({ choice: { name, isShown, isPinned }, layout }: ChoiceProps) {
  const isLast = layout.shown.length === 1 && isShown
  return (
    <li className="flex min-h-9 items-center gap-1 border-b border-line text-sm last:border-0">
      <label className="flex min-w-0 flex-1 items-center gap-2.5 py-1.5">
        <input
          type="checkbox"
          checked={isShown}
          disabled={isLast}
          onChange={(event) => layout.show(name, event.target.checked)}
          className="size-4 shrink-0 accent-(--color-accent)"
        />
        <span className="truncate" title={name}>
          {name}
        </span>
      </label>
      <button
        type="button"
        aria-label={`Pin ${name}`}
        aria-pressed={isPinned}
        title="Pin to the left"
        onClick={() => layout.pin(name, !isPinned)}
        className={cx(smallButton, isPinned && 'bg-accent-soft text-accent')}
      >
        <Pin aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-label={`Move ${name} up`}
        title="Move up"
        disabled={!isShown}
        onClick={() => layout.moveBy(name, -1)}
        className={smallButton}
      >
        <ArrowUp aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-label={`Move ${name} down`}
        title="Move down"
        disabled={!isShown}
        onClick={() => layout.moveBy(name, 1)}
        className={smallButton}
      >
        <ArrowDown aria-hidden="true" />
      </button>
    </li>
  )
}
