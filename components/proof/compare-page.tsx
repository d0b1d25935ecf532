'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { GitCompareArrows } from 'lucide-react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { ComparisonDetails } from '@/components/proof/comparison-details'
import { changesOf, historyOf } from '@/components/proof/queries'
import { type Choice, chosenRuns, toChoices } from '@/components/proof/run-choices'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { useQueryParam } from '@/components/shell/use-query-param'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'

type Props = Readonly<{ connectionId: string; connectionName: string }>

/** Any two runs of a connection, and what is different between them. */
export function ComparePage({ connectionId, connectionName }: Props) {
  const history = useInfiniteQuery(historyOf(connectionId))
  const [before, setBefore] = useQueryParam('before')
  const [after, setAfter] = useQueryParam('after')
  const proofs = history.data?.pages.flatMap((page) => page.proofs) ?? []
  const chosen = chosenRuns(proofs, { before, after })
  const choices = toChoices(proofs, chosen ? [chosen.before, chosen.after] : [])
  return (
    <div className="flex flex-col gap-6">
      <div>
        <Breadcrumb
          trail={[
            { href: paths.connections(), label: 'Connections' },
            { href: paths.connection(connectionId), label: connectionName },
          ]}
        />
        <PageTitle title="Compare two runs">
          What was different, with everything that changes by itself left out.
        </PageTitle>
      </div>
      {history.error ? <ProblemCallout error={history.error} /> : null}
      {history.isPending ? <Skeleton className="h-24" /> : null}
      {history.data && !chosen ? <TooFew connectionId={connectionId} /> : null}
      {chosen ? (
        <>
          <div className="grid max-w-4xl gap-4 sm:grid-cols-2">
            <RunSelect
              label="Earlier run"
              value={chosen.before}
              choices={choices}
              onChoose={setBefore}
            />
            <RunSelect
              label="Later run"
              value={chosen.after}
              choices={choices}
              onChoose={setAfter}
            />
          </div>
          <Result connectionId={connectionId} before={chosen.before} after={chosen.after} />
        </>
      ) : null}
    </div>
  )
}

type RunSelectProps = Readonly<{
  label: string
  value: string
  choices: readonly Choice[]
  onChoose: (id: string) => void
}>

function RunSelect({ label, value, choices, onChoose }: RunSelectProps) {
  return (
    <Field label={label}>
      <Select value={value} options={choices} onValueChange={onChoose} />
    </Field>
  )
}

type ResultProps = Readonly<{ connectionId: string; before: string; after: string }>

function Result({ connectionId, before, after }: ResultProps) {
  const { data, error } = useQuery(changesOf(connectionId, after, before))
  if (error) return <ProblemCallout error={error} />
  if (!data?.comparison) return <Skeleton className="h-40" />
  return (
    <Card title="What is different">
      <div className="grid gap-4">
        <ComparisonDetails connectionId={connectionId} comparison={data.comparison} />
      </div>
    </Card>
  )
}

function TooFew({ connectionId }: Readonly<{ connectionId: string }>) {
  return (
    <EmptyState
      icon={<GitCompareArrows />}
      title="Two runs are needed"
      action={<ButtonLink href={paths.connection(connectionId)}>Go to the connection</ButtonLink>}
    >
      Run the proof of this connection; from its second run on, any two can be compared.
    </EmptyState>
  )
}
