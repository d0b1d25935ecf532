'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { connectionOf } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { CodeListing } from '@/components/explorer/code/code-listing'
import { useRowsAddress } from '@/components/explorer/use-rows-address'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { type CodeRequest, toCodeRequest } from '@/lib/code/code-request'
import { codeLanguages } from '@/lib/code/languages'
import type { Connection } from '@/lib/contract/connection'
import { parseQuery } from '@/lib/odata/query/parse-query'

type Props = Readonly<{ connectionId: string; entitySet: string }>

/** The query of the data tab as a program, in the language that one works in. */
export function CodePanel({ connectionId, entitySet }: Props) {
  const { data: connection, error, refetch, isFetching } = useQuery(connectionOf(connectionId))
  const { options } = useRowsAddress(entitySet)
  const request = useMemo(
    () => connection && requestOf(connection, { entitySet, options }),
    [connection, entitySet, options],
  )
  if (request) {
    const isPractice = connection?.cloud === 'practice'
    return <Languages request={request} entitySet={entitySet} isPractice={isPractice} />
  }
  if (connection) return <Incomplete connectionId={connectionId} />
  if (error) {
    return (
      <ProblemCallout error={error} className="m-4 sm:m-6">
        <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      </ProblemCallout>
    )
  }
  return (
    <div className="grid gap-3 p-4 sm:p-6">
      <Skeleton className="h-5 w-2/3" />
      <Skeleton className="h-96" />
    </div>
  )
}

function requestOf(
  { cloud, authorityUrl, tenantId, clientId, environmentUrl }: Connection,
  { entitySet, options }: Readonly<{ entitySet: string; options: string }>,
): CodeRequest | undefined {
  if (!tenantId || !clientId) return undefined
  const facts = { cloud, authorityUrl, tenantId, clientId, environmentUrl }
  return toCodeRequest(parseQuery(entitySet, options), facts)
}

type LanguagesProps = Readonly<{ request: CodeRequest; entitySet: string; isPractice: boolean }>

function Languages({ request, entitySet, isPractice }: LanguagesProps) {
  const [chosen, choose] = useQueryParam('language')
  const language = codeLanguages.find(({ id }) => id === chosen) ?? codeLanguages[0]
  return (
    <Tabs
      label="Language"
      value={language?.id ?? ''}
      onValueChange={(id) => choose(id === codeLanguages[0]?.id ? '' : id)}
      className="flex-1"
      items={codeLanguages.map((each) => ({
        value: each.id,
        label: each.name,
        panel: (
          <CodeListing
            language={each}
            request={request}
            fileName={each.fileName(entitySet)}
            isPractice={isPractice}
          />
        ),
      }))}
    />
  )
}

function Incomplete({ connectionId }: Readonly<{ connectionId: string }>) {
  return (
    <div className="p-6">
      <EmptyState
        title="No code yet"
        action={
          <ButtonLink href={paths.setup(connectionId, 'credentials')}>Fill them in</ButtonLink>
        }
      >
        Code needs the tenant, the client id and the authority of this connection, and one of them
        is not filled in yet.
      </EmptyState>
    </div>
  )
}
