'use client'

import { useQuery } from '@tanstack/react-query'
import { Radar, SearchX } from 'lucide-react'
import { ConnectionListSkeleton } from '@/components/dashboard/connection-list-skeleton'
import { dashboardOf } from '@/components/dashboard/queries'
import { SchedulerAlarm } from '@/components/dashboard/scheduler-alarm'
import { useWallChoices, type WallChoices } from '@/components/dashboard/use-wall-choices'
import { WallAge } from '@/components/dashboard/wall-age'
import { WallRow, wallColumns } from '@/components/dashboard/wall-row'
import { matchingRows, toGroups, type WallGroup } from '@/components/dashboard/wall-rows'
import { WallToolbar } from '@/components/dashboard/wall-toolbar'
import { ProblemCallout } from '@/components/data/problem-callout'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { cx } from '@/components/ui/cx'
import { EmptyState } from '@/components/ui/empty-state'
import type { Dashboard } from '@/lib/contract/dashboard'

/** All connections at a glance, worst first; it keeps itself fresh. */
export function Wall({ kiosk = false }: Readonly<{ kiosk?: boolean }>) {
  const choices = useWallChoices(kiosk)
  const { data, error, refetch, isFetching } = useQuery(dashboardOf(choices.span))
  if (data) {
    return (
      <div className="flex flex-col gap-4">
        <WallAge at={data.at} isLost={error !== null} />
        <SchedulerAlarm scheduler={data.scheduler} />
        {data.rows.length === 0 ? (
          <NoConnections />
        ) : (
          <Full dashboard={data} choices={choices} kiosk={kiosk} />
        )}
      </div>
    )
  }
  if (!error) return <ConnectionListSkeleton />
  return (
    <ProblemCallout error={error}>
      <Button size="sm" busy={isFetching} onClick={() => refetch()}>
        Try again
      </Button>
    </ProblemCallout>
  )
}

type FullProps = Readonly<{ dashboard: Dashboard; choices: WallChoices; kiosk: boolean }>

function Full({ dashboard, choices, kiosk }: FullProps) {
  const { rows } = dashboard
  const shown = matchingRows(rows, choices)
  return (
    <>
      <WallToolbar rows={rows} choices={choices} kiosk={kiosk} />
      <p role="status" className="sr-only">
        {`${shown.length} of ${rows.length} connections`}
      </p>
      {shown.length > 0 ? (
        toGroups(shown, choices.grouping).map((group) => (
          <Group key={group.title} group={group} compact={choices.compact} />
        ))
      ) : (
        <EmptyState
          icon={<SearchX />}
          title="Nothing matches"
          action={<Button onClick={choices.clear}>Show all connections</Button>}
        >
          No connection is like that.
        </EmptyState>
      )}
    </>
  )
}

function Group({ group, compact }: Readonly<{ group: WallGroup; compact: boolean }>) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className={group.title ? 'font-semibold' : 'sr-only'}>
        {group.title || 'Connections'}
        {group.title ? (
          <span className="font-normal text-muted"> · {group.rows.length}</span>
        ) : null}
      </h2>
      <div className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
        <div
          aria-hidden="true"
          className={cx(
            'hidden border-l-4 border-l-transparent border-line border-b px-4 py-2 text-faint text-xs xl:grid',
            wallColumns,
          )}
        >
          <span>Connection</span>
          <span>Steps</span>
          <span>Canary</span>
          <span>Latency p50 / p95</span>
          <span>429</span>
          <span>Token</span>
          <span>Secret</span>
        </div>
        <ul className="divide-y divide-line">
          {group.rows.map((row) => (
            <WallRow key={row.connection.id} row={row} compact={compact} />
          ))}
        </ul>
      </div>
    </section>
  )
}

function NoConnections() {
  return (
    <EmptyState
      icon={<Radar />}
      title="Nothing to watch yet"
      action={
        <ButtonLink href={paths.connect()} variant="primary">
          Connect an environment
        </ButtonLink>
      }
    >
      Every connection will stand here, the one that needs somebody first.
    </EmptyState>
  )
}
