'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Pause, Play, Settings2, StepForward } from 'lucide-react'
import { useState } from 'react'
import { CanaryDialog } from '@/components/dashboard/canary-dialog'
import { CanaryStrip } from '@/components/dashboard/canary-strip'
import { everyText, toMs, verdictLook } from '@/components/dashboard/canary-words'
import { canaryOf } from '@/components/dashboard/queries'
import { fetchJson, jsonBody } from '@/components/data/fetch-json'
import { ProblemCallout } from '@/components/data/problem-callout'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Countdown } from '@/components/ui/countdown'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import { type Canary, type CanaryAct, CanaryReport, type CanaryRun } from '@/lib/contract/canary'

/** The scheduled proof of a connection: what it reads, what came of it, and how to change it. */
export function CanaryCard({ connectionId }: Readonly<{ connectionId: string }>) {
  const { data, error } = useQuery(canaryOf(connectionId))
  const [isOpen, setOpen] = useState(false)
  return (
    <Card
      title="Canary"
      aside={
        data ? (
          <Button size="sm" onClick={() => setOpen(true)}>
            <Settings2 aria-hidden="true" />
            {data.canary ? 'Settings' : 'Set a canary'}
          </Button>
        ) : null
      }
    >
      {data?.canary ? <Full canary={data.canary} runs={data.runs} /> : null}
      {data && !data.canary ? (
        <p className="text-muted">
          None is set. A canary proves this connection every few minutes with a read that you
          choose, so that you hear of a break before an integration does.
        </p>
      ) : null}
      {error && !data ? <ProblemCallout error={error} /> : null}
      {data || error ? null : <Skeleton className="h-16 w-full" />}
      {data ? (
        <CanaryDialog
          connectionId={connectionId}
          canary={data.canary}
          open={isOpen}
          onOpenChange={setOpen}
        />
      ) : null}
    </Card>
  )
}

type FullProps = Readonly<{ canary: Canary; runs: readonly CanaryRun[] }>

function Full({ canary, runs }: FullProps) {
  const { entitySet, company, everyMinutes, latencyLimitMs, lastRun } = canary
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2">
            <StateBadge canary={canary} />
            <span className="min-w-0 break-words">
              Reads <span className="font-mono text-sm">{entitySet}</span>
              {company ? ` of ${company}` : ''} {everyText(everyMinutes)}, within{' '}
              {toMs(latencyLimitMs)}
            </span>
          </p>
          <Next canary={canary} />
        </div>
        <Acts canary={canary} />
      </div>
      {lastRun ? (
        <LastRun connectionId={canary.connectionId} run={lastRun} />
      ) : (
        <p className="text-muted text-sm">It has not run yet.</p>
      )}
      {runs.length > 0 ? <CanaryStrip runs={runs} latencyLimitMs={latencyLimitMs} /> : null}
    </div>
  )
}

function StateBadge({ canary }: Readonly<{ canary: Canary }>) {
  if (canary.isRunning) return <Badge tone="info">Running</Badge>
  switch (canary.state) {
    case 'on':
      return <Badge tone="success">On</Badge>
    case 'paused':
      return <Badge tone="warning">Paused</Badge>
    case 'off':
      return <Badge>Off</Badge>
  }
}

function Next({ canary: { nextDueAt, heldUntil } }: Readonly<{ canary: Canary }>) {
  if (nextDueAt === null) return null
  return (
    <p className="mt-1 text-muted text-sm">
      Next in <Countdown iso={nextDueAt} over="a moment" />
      {heldUntil ? ', later than usual: the environment asked for time (429)' : ''}
    </p>
  )
}

function LastRun({ connectionId, run }: Readonly<{ connectionId: string; run: CanaryRun }>) {
  const { word, tone } = verdictLook[run.verdict]
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <Badge tone={tone}>{word}</Badge>
      <span>
        <Ago iso={run.finishedAt} />
        {run.latencyMs === null ? '' : `, ${run.rows ?? 0} rows in ${toMs(run.latencyMs)}`}
      </span>
      {run.headline ? <span className="text-muted">{run.headline}</span> : null}
      {run.proofId ? (
        <TextLink href={paths.proof(connectionId, run.proofId)}>Open the proof</TextLink>
      ) : null}
    </p>
  )
}

function Acts({ canary }: Readonly<{ canary: Canary }>) {
  const { connectionId, state, isRunning } = canary
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: (input: CanaryAct) =>
      fetchJson(CanaryReport, `/api/connections/${connectionId}/canary`, jsonBody('POST', input)),
    onSuccess: (report) => client.setQueryData(canaryOf(connectionId).queryKey, report),
  })
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          busy={isRunning || act.isPending}
          onClick={() => act.mutate({ act: 'run' })}
        >
          <Play aria-hidden="true" />
          Run now
        </Button>
        {state === 'on' ? (
          <Button size="sm" variant="ghost" onClick={() => act.mutate({ act: 'pause' })}>
            <Pause aria-hidden="true" />
            Pause
          </Button>
        ) : null}
        {state === 'paused' ? (
          <Button size="sm" variant="ghost" onClick={() => act.mutate({ act: 'resume' })}>
            <StepForward aria-hidden="true" />
            Resume
          </Button>
        ) : null}
      </div>
      {act.error ? <ProblemCallout error={act.error} /> : null}
    </div>
  )
}
