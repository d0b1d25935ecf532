'use client'

import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { entitySetDetailOf } from '@/components/data/catalog-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { CatalogFailure } from '@/components/explorer/catalog-failure'
import { CatalogProgress } from '@/components/explorer/catalog-progress'
import { useCatalogRun } from '@/components/explorer/use-catalog-run'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { EntitySetDetail } from '@/lib/contract/catalog'

type Props = Readonly<{
  connectionId: string
  entitySet: string
  Diagnosis: DiagnosisView
  /** Shows it, once the catalog is there. */
  View: ComponentType<Readonly<{ connectionId: string; detail: EntitySetDetail }>>
}>

/** What the catalog says of an entity set, or how far the catalog is. */
export function EntityDetail({ connectionId, entitySet, Diagnosis, View }: Props) {
  const { present, isKnown, run, start, cancel } = useCatalogRun(connectionId)
  const hash = present?.hash ?? ''
  const query = entitySetDetailOf(connectionId, hash, entitySet)
  const { data, error, refetch, isFetching } = useQuery({ ...query, enabled: hash !== '' })
  if (data) return <View connectionId={connectionId} detail={data} />
  if (error) {
    return (
      <ProblemCallout error={error} className="m-4 sm:m-6">
        <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
        <Button size="sm" onClick={start}>
          Read the catalog again
        </Button>
      </ProblemCallout>
    )
  }
  if (present || !isKnown || run.phase === 'idle') return <DetailSkeleton />
  return (
    <div className="min-h-0 w-full max-w-2xl flex-1 overflow-y-auto p-4 text-sm text-muted sm:p-6">
      {run.phase === 'reading' ? <CatalogProgress run={run} onCancel={cancel} /> : null}
      {run.phase === 'elsewhere' ? <p role="status">The catalog is being read elsewhere.</p> : null}
      {run.phase === 'failed' ? (
        <CatalogFailure
          failed={run.failed}
          isFirst={true}
          connectionId={connectionId}
          Diagnosis={Diagnosis}
          onRetry={start}
        />
      ) : null}
      {run.phase === 'cancelled' ? (
        <EmptyState
          title="The catalog was not read"
          action={<Button onClick={start}>Read it</Button>}
        >
          Fields and relations are part of the catalog of the environment.
        </EmptyState>
      ) : null}
    </div>
  )
}

function DetailSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-3 p-4 sm:p-6">
      <span className="sr-only">Reading the catalog</span>
      <Skeleton className="h-10 w-72 max-w-full" />
      <Skeleton className="h-5 w-full" />
      <Skeleton className="h-5 w-11/12" />
      <Skeleton className="h-5 w-full" />
      <Skeleton className="h-5 w-10/12" />
    </div>
  )
}
