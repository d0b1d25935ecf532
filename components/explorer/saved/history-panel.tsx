'use client'

import { useQuery } from '@tanstack/react-query'
import { History, SearchX } from 'lucide-react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { matchingRuns } from '@/components/explorer/saved/matching-queries'
import { QueryListFrame } from '@/components/explorer/saved/query-list-frame'
import { RunRow } from '@/components/explorer/saved/run-row'
import { queryRunsOf } from '@/components/explorer/saved/saved-queries'
import { useClearRuns } from '@/components/explorer/saved/use-saved-acts'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

type Props = Readonly<{ connectionId: string; text: string }>

/** What the person has run that matches `text`. */
export function HistoryPanel({ connectionId, text }: Props) {
  const { data, error, refetch } = useQuery(queryRunsOf(connectionId))
  const clear = useClearRuns(connectionId)
  const shown = matchingRuns(data?.runs ?? [], text)
  return (
    <QueryListFrame isPending={!data && !error} error={data ? null : error} onRetry={refetch}>
      {clear.error ? <ProblemCallout error={clear.error} className="mb-4" /> : null}
      {shown.length > 0 ? (
        <>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {shown.map((run) => (
              <RunRow
                key={`${run.entitySet}?${run.options}`}
                connectionId={connectionId}
                run={run}
              />
            ))}
          </ul>
          <div className="mt-3 flex flex-wrap items-center justify-between gap-3 text-sm text-muted">
            <p>The newest 200 are kept.</p>
            <Button size="sm" variant="ghost" busy={clear.isPending} onClick={() => clear.mutate()}>
              Forget them all
            </Button>
          </div>
        </>
      ) : (
        <NoRuns text={text} />
      )}
    </QueryListFrame>
  )
}

function NoRuns({ text }: Readonly<{ text: string }>) {
  if (text.trim() !== '') {
    return (
      <EmptyState icon={<SearchX />} title="Nothing matches">
        Nothing that you have run holds “{text}”.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<History />} title="You have run nothing here yet">
      Every query that is answered in the explorer is remembered here, for you alone.
    </EmptyState>
  )
}
