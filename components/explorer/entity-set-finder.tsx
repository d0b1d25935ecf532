'use client'

import { useParams, useRouter } from 'next/navigation'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { FoundSet, FoundSets } from '@/components/data/found-sets'
import { type SetSearch, useFoundSets } from '@/components/data/use-found-sets'
import { CategoryFilter, parseCategory } from '@/components/explorer/category-filter'
import { EntitySetOptions } from '@/components/explorer/entity-set-options'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { Kbd } from '@/components/ui/kbd'
import { SearchInput } from '@/components/ui/search-input'
import { useSlashKey } from '@/components/ui/use-slash-key'

type Props = Readonly<{
  connectionId: string
  search: SetSearch
  /** Whether nothing but names can be searched yet. */
  onlyNames: boolean
}>

const nothing: FoundSets = { text: '', category: null, sets: [], total: 0 }
const pageStep = 10
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: pageStep,
  PageUp: -pageStep,
}

/**
 * A search over all entity sets; the arrow keys walk through what it finds, Enter opens one. What
 * is sought stands in the address, so that links and going back keep it.
 */
export function EntitySetFinder({ connectionId, search, onlyNames }: Props) {
  const router = useRouter()
  const segment = useParams<{ entitySet?: string }>().entitySet
  const opened = segment === undefined ? undefined : decodeURIComponent(segment)
  const [text, setText] = useQueryParam('find')
  const [tab] = useQueryParam('tab')
  const [chosen, choose] = useQueryParam('category')
  const category = parseCategory(chosen)
  const found = useFoundSets(search, text, category) ?? nothing
  const { sets } = found
  const [walked, setWalked] = useState<number | null>(null)
  const active = walked ?? (text === '' ? Math.max(0, indexOf(sets, opened)) : 0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  useSlashKey(input)

  const open = async () => {
    // Whoever types and presses Enter at once means what was typed, not what was found before.
    const isNow = found.text === text && found.category === category
    const now = isNow ? found : await search.find(text, category)
    const picked = now === found ? sets[active] : now.sets[0]
    if (picked)
      router.push(paths.explorer(connectionId, picked.name, { find: text, category: chosen, tab }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setWalked(Math.min(sets.length - 1, Math.max(0, active + step)))
    }
    if (event.key === 'Enter') void open()
  }
  return (
    <div className="group/finder flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 p-4 pb-3">
        <div className="relative">
          <SearchInput
            ref={input}
            label="Search entity sets"
            placeholder={onlyNames ? 'Search entity sets' : 'Name, label, field or value'}
            value={text}
            onValueChange={(next) => {
              setText(next)
              setWalked(null)
            }}
            onKeyDown={onKeyDown}
            role="combobox"
            aria-expanded={sets.length > 0}
            aria-autocomplete="list"
            {...(sets.length > 0
              ? { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${active}` }
              : {})}
          />
          {text === '' ? (
            <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center max-lg:hidden">
              <Kbd>/</Kbd>
            </span>
          ) : null}
        </div>
        <div className="flex items-center justify-between gap-2">
          <p role="status" className="text-xs text-muted tabular-nums">
            {countOf(found)}
          </p>
          <CategoryFilter
            connectionId={connectionId}
            value={category}
            onChange={(next) => {
              choose(next ?? '')
              setWalked(null)
            }}
          />
        </div>
      </div>
      <EntitySetOptions
        listId={listId}
        connectionId={connectionId}
        found={found}
        active={active}
        opened={opened}
        onlyNames={onlyNames}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

function countOf({ text, sets, total }: FoundSets): string {
  const many = `${total.toLocaleString('en')} entity ${total === 1 ? 'set' : 'sets'}`
  if (text.trim() === '') return many
  return sets.length < total
    ? `${many} found, the best ${sets.length.toLocaleString('en')}`
    : `${many} found`
}

function indexOf(sets: readonly FoundSet[], name: string | undefined): number {
  return sets.findIndex((set) => set.name === name)
}
