'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { entitySetsOf } from '@/components/data/connection-queries'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { CurlCalls } from '@/components/wizard/test/curl-calls'
import { EntityChoice } from '@/components/wizard/test/entity-choice'
import { FirstRows } from '@/components/wizard/test/first-rows'
import { UpstreamProblem } from '@/components/wizard/test/upstream-problem'
import type { Connection } from '@/lib/contract/connection'
import { matchArticleEntities } from '@/lib/steps/article-entities'

/** A real read of an entity that this environment really has. */
export function ReadPanel({ connection }: Readonly<{ connection: Connection }>) {
  const list = useQuery(entitySetsOf(connection.id))
  const [chosen, setChosen] = useState<string | null>(null)
  const matches = matchArticleEntities(list.data?.entitySets.map(({ name }) => name) ?? [])
  const entitySet = chosen ?? matches.find((match) => match.entitySet)?.entitySet ?? null
  return (
    <Card title="A real read">
      <div className="grid grid-cols-1 gap-6">
        {list.isPending ? <ChoiceSkeleton /> : null}
        {list.isError ? (
          <UpstreamProblem error={list.error} connectionId={connection.id}>
            <Button size="sm" onClick={() => void list.refetch()}>
              Try again
            </Button>
          </UpstreamProblem>
        ) : null}
        {list.data ? (
          <EntityChoice
            matches={matches}
            total={list.data.entitySets.length}
            chosen={entitySet}
            onChoose={setChosen}
          />
        ) : null}
        {list.data && entitySet ? (
          <>
            <FirstRows connectionId={connection.id} entitySet={entitySet} />
            <CurlCalls connection={connection} entitySet={entitySet} />
          </>
        ) : null}
      </div>
    </Card>
  )
}

function ChoiceSkeleton() {
  return (
    <div className="grid gap-3">
      <Skeleton className="h-5 w-1/2" />
      <Skeleton className="h-64 w-full" />
    </div>
  )
}
