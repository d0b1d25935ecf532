'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { historyOf } from '@/components/proof/queries'
import { RunList } from '@/components/proof/run-list'
import { RunTimeline } from '@/components/proof/run-timeline'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Skeleton } from '@/components/ui/skeleton'

const rowsAtFirst = 5
const rowsMore = 20

type Props = Readonly<{
  connectionId: string
  /** The run whose page this is. */
  currentId?: string
}>

/** All kept runs of a connection: a picture of the newest, and a list that goes back to the first. */
export function RunHistory({ connectionId, currentId }: Props) {
  const history = useInfiniteQuery(historyOf(connectionId))
  const [rows, setRows] = useState(rowsAtFirst)
  const proofs = history.data?.pages.flatMap((page) => page.proofs) ?? []
  const newest = history.data?.pages[0]?.proofs ?? []

  const showMore = () => {
    setRows(rows + rowsMore)
    if (rows + rowsMore > proofs.length && history.hasNextPage) void history.fetchNextPage()
  }

  return (
    <section
      aria-labelledby="history-title"
      className="min-w-0 rounded-lg border border-line bg-surface"
    >
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-line border-b px-5 py-3.5">
        <h2 id="history-title" className="font-semibold">
          History
        </h2>
        {proofs.length > 1 ? (
          <ButtonLink href={paths.compareProofs(connectionId)} size="sm">
            <GitCompareArrows aria-hidden="true" />
            Compare two runs
          </ButtonLink>
        ) : null}
      </header>
      {history.isPending ? <HistorySkeleton /> : null}
      {history.error ? <ProblemCallout error={history.error} className="m-5" /> : null}
      {history.data && proofs.length === 0 ? (
        <p className="px-5 py-6 text-muted">
          No run is kept yet. Each run, from here or from a step’s page, is kept for 30 days; the
          last that worked and the last that failed are kept for good.
        </p>
      ) : null}
      {proofs.length > 0 ? (
        <>
          <RunTimeline
            connectionId={connectionId}
            proofs={newest}
            {...(currentId === undefined ? {} : { currentId })}
          />
          <RunList connectionId={connectionId} proofs={proofs.slice(0, rows)} />
        </>
      ) : null}
      {rows < proofs.length || history.hasNextPage ? (
        <div className="border-line border-t px-5 py-3">
          <Button size="sm" variant="ghost" busy={history.isFetchingNextPage} onClick={showMore}>
            Show older runs
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function HistorySkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-3 px-5 py-4">
      <Skeleton className="h-8 w-3/5" />
      <Skeleton className="h-6 w-4/5" />
      <Skeleton className="h-6 w-3/5" />
    </div>
  )
}
