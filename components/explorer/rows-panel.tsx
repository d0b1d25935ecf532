'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { AnswerArea } from '@/components/explorer/answer-area'
import { rowsOf } from '@/components/explorer/queries'
import { QueryPanel } from '@/components/explorer/query-builder/query-panel'
import { ReadFailure } from '@/components/explorer/read-failure'
import { RowsWait } from '@/components/explorer/rows-wait'
import { useRowsAddress } from '@/components/explorer/use-rows-address'
import { WhyEmpty } from '@/components/explorer/why-empty'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

type Props = Readonly<{ connectionId: string; entitySet: string; Diagnosis: DiagnosisView }>

/** One entity set: the options that ask for rows, and the rows. */
export function RowsPanel({ connectionId, entitySet, Diagnosis }: Props) {
  const client = useQueryClient()
  const address = useRowsAddress(entitySet)
  const query = rowsOf(connectionId, address.request)
  const { data, dataUpdatedAt, error, isFetching, refetch } = useQuery(query)
  const run = (options: string) => {
    if (options === address.options && !address.later) void refetch()
    else address.run(options)
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">
      <div className="shrink-0 border-b border-line bg-surface px-4 pt-3 pb-2 sm:px-6">
        <QueryPanel
          connectionId={connectionId}
          entitySet={entitySet}
          options={address.options}
          counted={data?.page?.['@odata.count'] ?? null}
          running={isFetching}
          onRun={run}
          onCancel={() => void client.cancelQueries({ queryKey: query.queryKey })}
        />
      </div>
      <div className="flex flex-[1_0_20rem] flex-col">
        {data && !isFetching && !error ? (
          <AnswerArea
            key={`${address.request.path}?${address.request.query} ${dataUpdatedAt}`}
            connectionId={connectionId}
            entitySet={entitySet}
            first={data}
            address={address}
            empty={
              <WhyEmpty
                connectionId={connectionId}
                request={address.request}
                onRun={run}
                Diagnosis={Diagnosis}
              />
            }
          />
        ) : null}
        {isFetching ? <RowsWait /> : null}
        {error && !isFetching ? (
          <ReadFailure
            error={error}
            busy={false}
            onRetry={() => void refetch()}
            connectionId={connectionId}
            Diagnosis={Diagnosis}
          />
        ) : null}
        {data || isFetching || error ? null : (
          <div className="p-6">
            <EmptyState
              title="Cancelled"
              action={<Button onClick={() => void refetch()}>Run it again</Button>}
            >
              Nothing was read. Fivestep has told F&amp;O to stop, too.
            </EmptyState>
          </div>
        )}
      </div>
    </div>
  )
}
