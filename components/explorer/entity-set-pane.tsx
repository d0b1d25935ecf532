'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useParams } from 'next/navigation'
import { useState } from 'react'
import { entitySetsOf } from '@/components/data/connection-queries'
import { fetchJson } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { EntitySetFinder } from '@/components/explorer/entity-set-finder'
import { ReadFailure } from '@/components/explorer/read-failure'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Ago } from '@/components/ui/ago'
import { buttonLook } from '@/components/ui/button-look'
import { cx } from '@/components/ui/cx'
import { Skeleton } from '@/components/ui/skeleton'
import { EntitySetList } from '@/lib/contract/catalog'

type Props = Readonly<{ connectionId: string; Diagnosis: DiagnosisView }>

/** Everything that can be opened in the environment, found as one types. */
export function EntitySetPane({ connectionId, Diagnosis }: Props) {
  const { data, error, refetch, isFetching } = useQuery(entitySetsOf(connectionId))
  const beside = useParams<{ entitySet?: string }>().entitySet !== undefined
  if (error && !data) {
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
  if (!data) return <PaneSkeleton />
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <EntitySetFinder connectionId={connectionId} entitySets={data.entitySets} />
      <footer className="flex items-center justify-between gap-3 border-t border-line px-4 py-1.5 text-xs text-muted">
        <span>
          Read <Ago iso={data.readAt} />
        </span>
        <RefreshButton connectionId={connectionId} />
      </footer>
    </div>
  )
}

function RefreshButton({ connectionId }: Readonly<{ connectionId: string }>) {
  const client = useQueryClient()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const refresh = async () => {
    setState('busy')
    try {
      const url = `/api/connections/${connectionId}/entity-sets?refresh=true`
      client.setQueryData(entitySetsOf(connectionId).queryKey, await fetchJson(EntitySetList, url))
      setState('idle')
    } catch {
      // The list that is on the page stays right enough; the button says that it is the old one.
      setState('failed')
    }
  }
  return (
    <button
      type="button"
      onClick={() => void refresh()}
      aria-disabled={state === 'busy'}
      className={cx(buttonLook('ghost', 'sm'), state === 'failed' && 'text-danger')}
    >
      <RefreshCw
        aria-hidden="true"
        className={cx(state === 'busy' && 'animate-spin motion-reduce:animate-none')}
      />
      <span role="status">{state === 'failed' ? 'Could not read' : 'Read again'}</span>
    </button>
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
