import type { ProofRun } from '@/components/proof/proof-run'
import { Callout } from '@/components/ui/callout'
import { Code } from '@/components/ui/code'

/** Why a run has no verdict: it was cancelled, or something gave way under it. */
export function RunEnd({ run, className }: Readonly<{ run: ProofRun; className?: string }>) {
  const look = className === undefined ? {} : { className }
  if (run.phase === 'cancelled') {
    return (
      <Callout tone="neutral" title="Cancelled" {...look}>
        Nothing was changed. Check again whenever you like.
      </Callout>
    )
  }
  if (run.phase !== 'broken') return null
  return (
    <Callout tone="danger" live={true} title={run.title} {...look}>
      <p>The check itself stopped, so it says nothing about the connection. Try it again.</p>
      {run.requestId ? (
        <p className="mt-1 text-muted text-sm">
          Request <Code>{run.requestId}</Code>
        </p>
      ) : null}
    </Callout>
  )
}
