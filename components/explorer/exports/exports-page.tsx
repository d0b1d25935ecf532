'use client'

import { useQuery } from '@tanstack/react-query'
import { FileDown, Table2 } from 'lucide-react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { exportsOf } from '@/components/explorer/exports/export-queries'
import { ExportRow } from '@/components/explorer/exports/export-row'
import { isUnderWay } from '@/components/explorer/exports/export-words'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { Export } from '@/lib/contract/export'

type Props = Readonly<{
  connectionId: string
  connectionName: string
  Diagnosis: DiagnosisView
}>

/** Every export of a connection: what runs, what waits for somebody, and the files to take. */
export function ExportsPage({ connectionId, connectionName, Diagnosis }: Props) {
  const { data, error, refetch, isFetching } = useQuery(exportsOf(connectionId))
  return (
    <div className="flex flex-col gap-6">
      <div>
        <Breadcrumb
          trail={[
            { href: paths.connections(), label: 'Connections' },
            { href: paths.connection(connectionId), label: connectionName },
          ]}
        />
        <PageTitle
          title="Exports"
          actions={
            <ButtonLink href={paths.explorer(connectionId)}>
              <Table2 aria-hidden="true" />
              Explore data
            </ButtonLink>
          }
        >
          They run on the server: this page may be closed meanwhile.
        </PageTitle>
      </div>
      {data ? <Full connectionId={connectionId} all={data.exports} Diagnosis={Diagnosis} /> : null}
      {error && !data ? (
        <ProblemCallout error={error}>
          <Button size="sm" busy={isFetching} onClick={() => void refetch()}>
            Try again
          </Button>
        </ProblemCallout>
      ) : null}
      {data || error ? null : <ExportsSkeleton />}
    </div>
  )
}

type FullProps = Readonly<{
  connectionId: string
  all: readonly Export[]
  Diagnosis: DiagnosisView
}>

function Full({ connectionId, all, Diagnosis }: FullProps) {
  const underWay = all.filter(isUnderWay).length
  if (all.length === 0) return <NoExports connectionId={connectionId} />
  return (
    <>
      <p role="status" className="sr-only">
        {`${underWay} of ${all.length} exports under way`}
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {all.map((one) => (
          <ExportRow key={one.id} one={one} Diagnosis={Diagnosis} />
        ))}
      </ul>
    </>
  )
}

function NoExports({ connectionId }: Readonly<{ connectionId: string }>) {
  return (
    <EmptyState
      icon={<FileDown />}
      title="Nothing has been exported yet"
      action={
        <ButtonLink href={paths.explorer(connectionId)} variant="primary">
          Explore data
        </ButtonLink>
      }
    >
      Open an entity set, ask for what you need and press Export: one page or all of them, as Excel,
      CSV, Parquet or NDJSON. Files stay here for seven days.
    </EmptyState>
  )
}

function ExportsSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-3 rounded-lg border border-line p-5">
      <span className="sr-only">Reading the exports</span>
      <Skeleton className="h-5 w-64" />
      <Skeleton className="h-4 w-96 max-w-full" />
      <Skeleton className="h-1.5" />
    </div>
  )
}
