'use client'

import { useQuery } from '@tanstack/react-query'
import { Bookmark, SearchX } from 'lucide-react'
import { entitySetsOf } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { matchingQueries } from '@/components/explorer/saved/matching-queries'
import { QueryListFrame } from '@/components/explorer/saved/query-list-frame'
import { savedQueriesOf } from '@/components/explorer/saved/saved-queries'
import { SavedRow } from '@/components/explorer/saved/saved-row'
import { useDeleteQuery, useRestoreQuery } from '@/components/explorer/saved/use-saved-acts'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'

type Props = Readonly<{ connectionId: string; text: string }>

/** The team's queries that match `text`. */
export function SavedPanel({ connectionId, text }: Props) {
  const { data, error, refetch } = useQuery(savedQueriesOf(connectionId))
  // Names that the environment has; without them nothing is said to be gone.
  const sets = useQuery({ ...entitySetsOf(connectionId), retry: false }).data?.entitySets
  const remove = useDeleteQuery(connectionId)
  const restore = useRestoreQuery(connectionId)
  const deleted = remove.isSuccess && !restore.isSuccess ? remove.variables : null
  const shown = matchingQueries(data?.queries ?? [], text)
  const isGone = (name: string) => sets !== undefined && !sets.some((set) => set.name === name)
  return (
    <QueryListFrame isPending={!data && !error} error={data ? null : error} onRetry={refetch}>
      {deleted ? (
        <Callout live={true} className="mb-4">
          <span className="flex flex-wrap items-center justify-between gap-3">
            <span>“{deleted.name}” was deleted.</span>
            <Button size="sm" busy={restore.isPending} onClick={() => restore.mutate(deleted)}>
              Undo
            </Button>
          </span>
        </Callout>
      ) : null}
      {remove.error ? <ProblemCallout error={remove.error} className="mb-4" /> : null}
      {restore.error ? <ProblemCallout error={restore.error} className="mb-4" /> : null}
      <p role="status" className="sr-only">
        {`${shown.length} of ${data?.queries.length ?? 0} saved queries`}
      </p>
      {shown.length > 0 ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {shown.map((query) => (
            <SavedRow
              key={query.id}
              query={query}
              isGone={isGone(query.entitySet)}
              onDelete={() => {
                restore.reset()
                remove.mutate(query)
              }}
            />
          ))}
        </ul>
      ) : (
        <NoQueries connectionId={connectionId} text={text} />
      )}
    </QueryListFrame>
  )
}

function NoQueries({ connectionId, text }: Props) {
  if (text.trim() !== '') {
    return (
      <EmptyState icon={<SearchX />} title="Nothing matches">
        No saved query holds “{text}”.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<Bookmark />}
      title="Nothing has been saved yet"
      action={
        <ButtonLink href={paths.explorer(connectionId)} variant="primary">
          Explore data
        </ButtonLink>
      }
    >
      Ask an entity set for what you need and press Save. Values such as a company or a date can be
      left blank: they are asked for each time.
    </EmptyState>
  )
}
