'use client'

import { useQuery } from '@tanstack/react-query'
import { Cable, SearchX } from 'lucide-react'
import { ConnectionListSkeleton } from '@/components/dashboard/connection-list-skeleton'
import { ConnectionRow } from '@/components/dashboard/connection-row'
import { matchingConnections } from '@/components/dashboard/matching'
import { connectionList } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { SearchInput } from '@/components/ui/search-input'
import type { Connection } from '@/lib/contract/connection'

/** From how many connections on a search is worth its place. */
const searchFrom = 4

/** Every connection and what it needs; searched as one types. */
export function ConnectionList({ practiceEnabled }: Readonly<{ practiceEnabled: boolean }>) {
  const { data, error, refetch, isFetching } = useQuery(connectionList())
  if (data) {
    if (data.connections.length === 0) return <NoConnections practiceEnabled={practiceEnabled} />
    return <Full connections={data.connections} />
  }
  if (error) {
    return (
      <ProblemCallout error={error}>
        <Button size="sm" busy={isFetching} onClick={() => refetch()}>
          Try again
        </Button>
      </ProblemCallout>
    )
  }
  return <ConnectionListSkeleton />
}

function Full({ connections }: Readonly<{ connections: readonly Connection[] }>) {
  const [text, setText] = useQueryParam('q')
  const shown = matchingConnections(connections, text)
  return (
    <div className="flex flex-col gap-4">
      {connections.length >= searchFrom || text ? (
        <SearchInput
          label="Search connections"
          placeholder="Name, host, tenant or client id"
          value={text}
          onValueChange={setText}
          className="max-w-md"
        />
      ) : null}
      <p role="status" className="sr-only">
        {`${shown.length} of ${connections.length} connections`}
      </p>
      {shown.length > 0 ? (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {shown.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} />
          ))}
        </ul>
      ) : (
        <EmptyState
          icon={<SearchX />}
          title="Nothing matches"
          action={<Button onClick={() => setText('')}>Show all connections</Button>}
        >
          No name, host, tenant or client id holds “{text}”.
        </EmptyState>
      )}
    </div>
  )
}

function NoConnections({ practiceEnabled }: Readonly<{ practiceEnabled: boolean }>) {
  return (
    <EmptyState
      icon={<Cable />}
      title="Connect your first environment"
      action={
        <>
          <ButtonLink href={paths.connect()} variant="primary">
            Connect an environment
          </ButtonLink>
          {practiceEnabled ? (
            <ButtonLink href={`${paths.connect()}#practise`}>Practise first</ButtonLink>
          ) : null}
        </>
      }
    >
      <p>
        Paste the address of a Dynamics 365 Finance &amp; Operations environment. Fivestep asks it
        who it is, then walks you through the five steps and proves each of them.
      </p>
      {practiceEnabled ? (
        <p className="mt-2">
          No environment at hand? The built-in practice tenant needs no Azure account.
        </p>
      ) : null}
    </EmptyState>
  )
}
