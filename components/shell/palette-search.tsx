'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useId, useState } from 'react'
import type { PaletteItem } from '@/components/shell/palette-items'
import { PaletteList } from '@/components/shell/palette-list'
import { usePalette } from '@/components/shell/use-palette'
import { Kbd } from '@/components/ui/kbd'

type Props = Readonly<{ onDone: () => void }>

/** A search over places; the arrow keys walk through what it finds, Enter goes there. */
export function PaletteSearch({ onDone }: Props) {
  const router = useRouter()
  const listId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { groups, settled, searched } = usePalette(text)
  const items = groups.flatMap((group) => group.items)
  const at = Math.min(active, items.length - 1)

  const go = (item: PaletteItem | undefined) => {
    if (!item) return
    router.push(item.href)
    onDone()
  }
  const onKeyDown = async (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && items.length > 0) {
      event.preventDefault()
      setActive((at + step + items.length) % items.length)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      go((await settled()).flatMap((group) => group.items)[at])
    }
  }
  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label="Go to"
        aria-expanded={items.length > 0}
        aria-autocomplete="list"
        {...(items.length > 0
          ? { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${at}` }
          : {})}
        placeholder={
          searched === null ? 'Connection or page' : 'Entity set, field, connection or page'
        }
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={(event) => void onKeyDown(event)}
        className="min-h-13 w-full shrink-0 border-b border-line bg-transparent px-4 text-base text-ink outline-none placeholder:text-faint"
      />
      {items.length > 0 ? (
        <PaletteList listId={listId} groups={groups} active={at} onGo={onDone} />
      ) : (
        <p role="status" className="px-4 py-6 text-sm text-muted">
          Nothing is named like “{text}”.
        </p>
      )}
      <p className="flex shrink-0 flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2 text-xs text-muted">
        <span className="max-sm:hidden">
          <Kbd>↓</Kbd> <Kbd>↑</Kbd> walk
        </span>
        <span className="max-sm:hidden">
          <Kbd>Enter</Kbd> go there
        </span>
        <span className="max-sm:hidden">
          <Kbd>Esc</Kbd> close
        </span>
        <span className="min-w-0 truncate sm:ml-auto">
          {searched === null
            ? 'Entity sets are found inside a connection.'
            : `Entity sets of ${searched}`}
        </span>
      </p>
    </>
  )
}
