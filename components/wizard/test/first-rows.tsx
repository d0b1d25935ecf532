'use client'

import { useQuery } from '@tanstack/react-query'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { firstRowsOf } from '@/components/wizard/queries'
import { countColumns, pickColumns } from '@/components/wizard/test/pick-columns'
import { RowTable } from '@/components/wizard/test/row-table'
import { UpstreamProblem } from '@/components/wizard/test/upstream-problem'

const columnsMax = 9

type Props = Readonly<{ connectionId: string; entitySet: string }>

/** The first rows of the chosen entity set, as F&O gave them. */
export function FirstRows({ connectionId, entitySet }: Props) {
  const read = useQuery(firstRowsOf(connectionId, entitySet))
  const rows = read.data?.value ?? []
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      {read.isPending ? <Skeleton className="h-[16.5rem] w-full" /> : null}
      {read.isError ? (
        <UpstreamProblem error={read.error} connectionId={connectionId}>
          <Button size="sm" onClick={() => void read.refetch()}>
            Read again
          </Button>
        </UpstreamProblem>
      ) : null}
      {read.data && rows.length === 0 ? (
        <p className="rounded-md border border-line bg-sunken px-4 py-6">
          The call worked and gave no row: in the default company of the F&O user this entity is
          empty. Another company is read with <code className="font-mono">cross-company=true</code>.
        </p>
      ) : null}
      {rows.length > 0 ? (
        <>
          <RowTable
            rows={rows}
            columns={pickColumns(rows, columnsMax)}
            caption={`First rows of ${entitySet}`}
          />
          <p role="status" className="text-muted text-sm">
            {rows.length} rows, {Math.min(columnsMax, countColumns(rows))} of {countColumns(rows)}{' '}
            columns.{' '}
            <TextLink href={paths.explorer(connectionId, entitySet)}>
              See all of it in the explorer
            </TextLink>
          </p>
        </>
      ) : null}
    </div>
  )
}
