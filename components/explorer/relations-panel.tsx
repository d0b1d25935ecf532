'use client'

import { useState } from 'react'
import { NeighbourDiagram } from '@/components/explorer/neighbour-diagram'
import { drawnMax, toNeighbours } from '@/components/explorer/neighbours'
import { OperationList } from '@/components/explorer/operation-list'
import { RelationList } from '@/components/explorer/relation-list'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { SearchInput } from '@/components/ui/search-input'
import type { EntitySetDetail } from '@/lib/contract/catalog'
import { rankOf, ranks, toNeedle, toTyped } from '@/lib/odata/search/words'

type Props = Readonly<{ connectionId: string; detail: EntitySetDetail }>

/** The way from an entity to others, and what can be called on it. */
export function RelationsPanel({ connectionId, detail }: Props) {
  const { name, relations, operations } = detail
  const [find] = useQueryParam('find')
  const [text, setText] = useState('')
  const hrefOf = (set: string) => paths.explorer(connectionId, set, { find, tab: 'relations' })
  const shown = relations.filter((relation) => {
    const words = `${relation.name} ${relation.targetSet ?? relation.targetType}`
    return text.trim() === '' || rankOf(toNeedle(words), toTyped(text)) > ranks.none
  })
  const search =
    relations.length > drawnMax ? (
      <SearchInput
        label="Search relations"
        placeholder="Relation or entity set"
        value={text}
        onValueChange={setText}
        className="w-full sm:w-80"
      />
    ) : null
  return (
    <section
      aria-label={`Relations of ${name}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="@container min-h-0 flex-1 overflow-y-auto overscroll-contain -outline-offset-2"
    >
      <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
        {relations.length === 0 ? (
          <p className="text-sm text-muted">The metadata names no relation of {name}.</p>
        ) : (
          <>
            {search}
            <NeighbourDiagram name={name} neighbours={toNeighbours(shown)} hrefOf={hrefOf} />
            <div className="flex flex-col gap-3">
              <h2 className="text-lg font-semibold">{countOf(shown.length, relations.length)}</h2>
              {shown.length > 0 ? (
                <RelationList relations={shown} hrefOf={hrefOf} />
              ) : (
                <p className="text-sm text-muted">No relation is like “{text}”.</p>
              )}
            </div>
          </>
        )}
        {operations.length > 0 ? (
          <div className="flex flex-col gap-3">
            <h2 className="text-lg font-semibold">Actions and functions</h2>
            <OperationList detail={detail} />
          </div>
        ) : (
          <p className="text-sm text-muted">The metadata names no action or function on it.</p>
        )}
      </div>
    </section>
  )
}

function countOf(shown: number, all: number): string {
  const words = `${all} ${all === 1 ? 'relation' : 'relations'}`
  return shown === all ? words : `${shown} of ${words}`
}
