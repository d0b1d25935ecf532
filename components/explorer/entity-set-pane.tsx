'use client'

import { useQuery } from '@tanstack/react-query'
import { useParams } from 'next/navigation'
import { entitySetsOf } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { useCatalogSearch, useNameSearch } from '@/components/data/use-found-sets'
import { CatalogBar } from '@/components/explorer/catalog-bar'
import { EntitySetFinder } from '@/components/explorer/entity-set-finder'
import { ReadFailure } from '@/components/explorer/read-failure'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Skeleton } from '@/components/ui/skeleton'

type Props = Readonly<{ connectionId: string; Diagnosis: DiagnosisView }>

/**
 * Everything that can be opened in the environment, found as one types: by all that its catalog
 * says, and by names alone until there is one.
 */
export function EntitySetPane({ connectionId, Diagnosis }: Props) {
  const { error, refetch, isFetching } = useQuery(entitySetsOf(connectionId))
  const beside = useParams<{ entitySet?: string }>().entitySet !== undefined
  const catalog = useCatalogSearch(connectionId)
  const names = useNameSearch(connectionId, { enabled: true })
  const search = catalog ?? names
  if (error && !search) {
    // What is opened beside it fails for the same reason, and has the room to explain it.
    if (beside) return <ProblemCallout error={error} className="m-4" />
    return (
      <ReadFailure
        error={error}
        busy={isFetching}
        onRetry={() => void refetch()}
        connectionId={connectionId}
        Diagnosis={Diagnosis}
      />
    )
  }
  if (!search) return <PaneSkeleton />
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <EntitySetFinder connectionId={connectionId} search={search} onlyNames={!catalog} />
      <CatalogBar connectionId={connectionId} Diagnosis={Diagnosis} />
    </div>
  )
}

function PaneSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-3 p-4">
      <span className="sr-only">Reading the list of entity sets</span>
      <Skeleton className="h-10" />
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-5 w-56" />
      <Skeleton className="h-5 w-48" />
      <Skeleton className="h-5 w-52" />
      <p className="text-sm text-muted">
        The first time, this reads the service document of F&amp;O.
      </p>
    </div>
  )
}
