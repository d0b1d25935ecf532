'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { toMs, verdictLook } from '@/components/dashboard/canary-words'
import { concernLook } from '@/components/dashboard/concern-look'
import { HostName } from '@/components/dashboard/host-name'
import { SecretLeft } from '@/components/dashboard/secret-left'
import { StepRail } from '@/components/dashboard/step-rail'
import { TokenLeft } from '@/components/dashboard/token-left'
import { LatencyFigure, ThrottledFigure } from '@/components/dashboard/wall-figures'
import { kindWords } from '@/components/dashboard/wall-rows'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { Badge } from '@/components/ui/badge'
import { cx } from '@/components/ui/cx'
import type { DashboardRow } from '@/lib/contract/dashboard'

/** Columns of the wall where it is wide enough for a line a connection. */
export const wallColumns =
  'xl:grid-cols-[minmax(0,1fr)_8rem_9rem_8.5rem_5.5rem_8.5rem_8.5rem] xl:gap-x-5'

type Props = Readonly<{ row: DashboardRow; compact: boolean }>

/** One connection at a glance. */
export function WallRow({ row, compact }: Props) {
  const { connection, concern } = row
  const look = concernLook[concern]
  return (
    <li
      className={cx(
        'grid grid-cols-2 items-start gap-x-4 gap-y-3 border-l-4 px-4 sm:grid-cols-3 md:grid-cols-4',
        wallColumns,
        look.edge,
        compact ? 'py-2' : 'py-3.5',
      )}
    >
      <div className="col-span-full min-w-0 xl:col-span-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <look.icon aria-hidden="true" className={cx('size-5 shrink-0', look.ink)} />
          <h3 className="min-w-0 font-semibold break-words">
            <Link
              href={paths.connection(connection.id)}
              className="rounded-sm underline-offset-4 hover:underline"
            >
              {connection.name}
            </Link>
          </h3>
          <Badge>{kindWords[connection.environmentUse]}</Badge>
          {compact ? <span className="text-muted text-sm">{connection.owner ?? ''}</span> : null}
        </div>
        <Reason row={row} />
        {compact ? null : (
          <p className="mt-0.5 text-muted text-sm">
            {connection.owner ? `${connection.owner} · ` : ''}
            <span className="font-mono text-faint text-xs">
              <HostName url={connection.environmentUrl} />
            </span>
          </p>
        )}
      </div>
      <Cell label="Steps">
        <StepRail steps={connection.steps} />
      </Cell>
      <Cell label="Canary">
        <CanaryFact row={row} compact={compact} />
      </Cell>
      <Cell label="Latency p50 / p95">
        <LatencyFigure row={row} compact={compact} />
      </Cell>
      <Cell label="429">
        <ThrottledFigure row={row} compact={compact} />
      </Cell>
      <Cell label="Token">
        <TokenFact row={row} compact={compact} />
      </Cell>
      <Cell label="Secret">
        <SecretLeft credential={connection.credential} className="text-sm" />
      </Cell>
    </li>
  )
}

/** The label is a column's title where there are columns. */
function Cell({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <div className="min-w-0">
      <p className="text-faint text-xs xl:sr-only">{label}</p>
      {children}
    </div>
  )
}

function Reason({ row }: Readonly<{ row: DashboardRow }>) {
  const [first, ...others] = row.reasons
  const { word, ink } = concernLook[row.concern]
  if (first === undefined) {
    return (
      <p className={cx('text-sm', row.concern === 'fine' ? 'sr-only' : 'text-muted')}>{word}</p>
    )
  }
  const since = row.canary?.failingSince
  return (
    <p className="text-sm" title={row.reasons.join('\n')}>
      <span className={cx('font-medium', ink)}>{first}</span>
      {since ? (
        <span className="text-muted">
          {' '}
          · since <Ago iso={since} />
        </span>
      ) : null}
      {others.length > 0 ? <span className="text-muted"> · and {others.length} more</span> : null}
    </p>
  )
}

function CanaryFact({ row: { canary }, compact }: Props) {
  if (!canary) return <p className="text-faint text-sm">none set</p>
  if (canary.state !== 'on') return <Badge>{canary.state === 'paused' ? 'Paused' : 'Off'}</Badge>
  if (!canary.lastRun) return <p className="text-muted text-sm">waits for its first run</p>
  const { verdict, latencyMs, finishedAt } = canary.lastRun
  const { word, tone } = verdictLook[verdict]
  return (
    <div className={cx('text-sm', compact && 'flex flex-wrap gap-x-2')}>
      <Badge tone={tone}>
        {word}
        {canary.failedInARow > 1 ? ` ×${canary.failedInARow}` : ''}
      </Badge>
      <p className="mt-0.5 text-muted">
        <Ago iso={finishedAt} />
        {latencyMs === null || compact ? '' : `, ${toMs(latencyMs)}`}
      </p>
    </div>
  )
}

function TokenFact({ row: { connection, token }, compact }: Props) {
  return (
    <div className="text-sm tabular-nums">
      <TokenLeft expiresAt={connection.token.expiresAt} />
      {token.mintedAt && !compact ? (
        <p className="text-muted">
          minted <Ago iso={token.mintedAt} />
        </p>
      ) : null}
      {token.lastFailure ? (
        <p className="flex gap-1 text-danger" title={token.lastFailure.title}>
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>
            refused <Ago iso={token.lastFailure.at} />
          </span>
        </p>
      ) : null}
    </div>
  )
}
