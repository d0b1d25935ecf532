'use client'

import { useParams, useRouter } from 'next/navigation'
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { EntitySetOptions } from '@/components/explorer/entity-set-options'
import { searchEntitySets } from '@/components/explorer/search-entity-sets'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { Kbd } from '@/components/ui/kbd'
import { SearchInput } from '@/components/ui/search-input'
import { useSlashKey } from '@/components/ui/use-slash-key'
import type { EntitySet } from '@/lib/contract/catalog'

type Props = Readonly<{ connectionId: string; entitySets: readonly EntitySet[] }>

const pageStep = 10
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: pageStep,
  PageUp: -pageStep,
}

/**
 * A search over all names; the arrow keys walk through what it finds, Enter opens one. What is
 * sought stands in the address, so that links and going back keep it.
 */
export function EntitySetFinder({ connectionId, entitySets }: Props) {
  const router = useRouter()
  const segment = useParams<{ entitySet?: string }>().entitySet
  const opened = segment === undefined ? undefined : decodeURIComponent(segment)
  const [text, setText] = useQueryParam('find')
  const sought = useDeferredValue(text)
  const found = useMemo(() => searchEntitySets(entitySets, sought), [entitySets, sought])
  const [active, setActive] = useState(() => Math.max(0, indexOf(found, opened)))
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  useSlashKey(input)

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive(Math.min(found.length - 1, Math.max(0, active + step)))
    }
    const chosen = found[active]
    if (event.key === 'Enter' && chosen) {
      router.push(paths.explorer(connectionId, chosen.name, sought))
    }
  }
  return (
    <div className="group/finder flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 p-4 pb-3">
        <div className="relative">
          <SearchInput
            ref={input}
            label="Search entity sets"
            placeholder="Search entity sets"
            value={text}
            onValueChange={(next) => {
              setText(next)
              setActive(0)
            }}
            onKeyDown={onKeyDown}
            role="combobox"
            aria-expanded={true}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(found.length > 0 ? { 'aria-activedescendant': `${listId}-${active}` } : {})}
          />
          {text === '' ? (
            <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center max-lg:hidden">
              <Kbd>/</Kbd>
            </span>
          ) : null}
        </div>
        <p role="status" className="text-xs text-muted tabular-nums">
          {found.length === entitySets.length
            ? `${entitySets.length.toLocaleString('en')} entity sets`
            : `${found.length.toLocaleString('en')} of ${entitySets.length.toLocaleString('en')} entity sets`}
        </p>
      </div>
      <EntitySetOptions
        listId={listId}
        connectionId={connectionId}
        found={found}
        active={active}
        opened={opened}
        text={sought}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

function indexOf(entitySets: readonly EntitySet[], name: string | undefined): number {
  return entitySets.findIndex((set) => set.name === name)
}
