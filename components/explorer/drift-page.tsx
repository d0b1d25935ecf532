'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight, GitCompareArrows } from 'lucide-react'
import { catalogFiles, catalogOf } from '@/components/data/catalog-queries'
import { connectionList } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { type DriftChoice, driftChoices } from '@/components/explorer/drift-choices'
import { driftOf } from '@/components/explorer/drift-queries'
import { DriftResult } from '@/components/explorer/drift-result'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'

type Props = Readonly<{ connectionId: string }>

/** The present catalog of a connection or a file beside what it was before, or beside another one. */
export function DriftPage({ connectionId }: Props) {
  const { error, isRead, choices } = useChoices(connectionId)
  const [asked, setOther] = useQueryParam('with')
  const [turned, setTurned] = useQueryParam('turned')
  const other = asked === '' ? (choices?.[0]?.value ?? '') : asked
  const isTurned = turned === 'true'
  const isReady = isRead && other !== ''
  return (
    <div className="flex min-h-0 flex-1 flex-col max-lg:overflow-y-auto">
      <div className="flex flex-col gap-4 border-b border-line px-4 py-4 sm:px-6">
        <div className="lg:hidden">
          <Breadcrumb trail={[{ href: paths.explorer(connectionId), label: 'Explore data' }]} />
        </div>
        <PageTitle title="What is different">
          Entity sets, fields, enums and actions, compared with an earlier reading, another
          connection or a file.
        </PageTitle>
        {isReady ? (
          <Chooser
            choices={choices ?? []}
            other={other}
            onChoose={setOther}
            turned={isTurned}
            onTurn={() => setTurned(isTurned ? '' : 'true')}
          />
        ) : null}
      </div>
      {error ? <ProblemCallout error={error} className="m-4 sm:m-6" /> : null}
      {choices || error ? null : <DriftSkeleton />}
      {choices && !isReady ? (
        <NothingToCompare connectionId={connectionId} isRead={isRead} />
      ) : null}
      {isReady ? <Compared connectionId={connectionId} other={other} turned={isTurned} /> : null}
    </div>
  )
}

/** What can be compared with what; `choices` are undefined until they are known. */
function useChoices(connectionId: string) {
  const catalog = useQuery(catalogOf(connectionId))
  const connections = useQuery(connectionList())
  const readings = catalog.data?.readings
  const files = useQuery(catalogFiles())
  const others = connections.data && files.data && { ...connections.data, ...files.data }
  return {
    error: catalog.error ?? connections.error ?? files.error,
    isRead: readings !== undefined && readings.length > 0,
    choices: readings && others ? driftChoices(connectionId, readings, others) : undefined,
  }
}

type ChooserProps = Readonly<{
  choices: readonly DriftChoice[]
  other: string
  onChoose: (other: string) => void
  turned: boolean
  onTurn: () => void
}>

function Chooser({ choices, other, onChoose, turned, onTurn }: ChooserProps) {
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label="Compare with" className="w-full max-w-xl">
        <Select value={other} options={withAsked(choices, other)} onValueChange={onChoose} />
      </Field>
      <Button aria-pressed={turned} onClick={onTurn}>
        <ArrowLeftRight aria-hidden="true" />
        Turn round
      </Button>
    </div>
  )
}

type ComparedProps = Readonly<{ connectionId: string; other: string; turned: boolean }>

function Compared({ connectionId, other, turned }: ComparedProps) {
  const { data, error, refetch, isFetching } = useQuery(driftOf(connectionId, { other, turned }))
  if (error) {
    return (
      <ProblemCallout error={error} className="m-4 sm:m-6">
        <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      </ProblemCallout>
    )
  }
  return data ? <DriftResult connectionId={connectionId} drift={data} /> : <DriftSkeleton />
}

/** A link may name what cannot be chosen any more; the answer says so. */
function withAsked(choices: readonly DriftChoice[], other: string) {
  const isKnown = choices.some(({ value }) => value === other)
  return isKnown ? choices : [{ value: other, label: 'Not kept any more' }, ...choices]
}

function DriftSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-3 p-4 sm:p-6">
      <span className="sr-only">Comparing the catalogs</span>
      <Skeleton className="h-9 w-96 max-w-full" />
      <Skeleton className="h-5 w-64" />
      <Skeleton className="h-5 w-80" />
      <Skeleton className="h-5 w-72" />
    </div>
  )
}

function NothingToCompare({
  connectionId,
  isRead,
}: Readonly<{ connectionId: string; isRead: boolean }>) {
  return (
    <div className="p-4 sm:p-6">
      <EmptyState
        icon={<GitCompareArrows />}
        title={isRead ? 'There is nothing to compare with yet' : 'The catalog was not read yet'}
        action={
          <ButtonLink href={isRead ? paths.connect() : paths.explorer(connectionId)}>
            {isRead ? 'Connect another environment' : 'Go to the explorer'}
          </ButtonLink>
        }
      >
        {isRead
          ? 'Once this environment has changed and was read again, what it was before stands here. Any other connection can be chosen too.'
          : 'It is read when the explorer is opened for the first time.'}
      </EmptyState>
    </div>
  )
}
