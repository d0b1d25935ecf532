'use client'

import { useQuery } from '@tanstack/react-query'
import { Play, Square } from 'lucide-react'
import { useCallback } from 'react'
import { patienceSeconds } from '@/components/dashboard/patience'
import { KeptProof } from '@/components/proof/kept-proof'
import { LiveProof } from '@/components/proof/live-proof'
import { isUnderWay } from '@/components/proof/proof-run'
import { newestOf } from '@/components/proof/queries'
import { RunAnnouncer } from '@/components/proof/run-announcer'
import { RunTotal } from '@/components/proof/run-total'
import { useProofRun } from '@/components/proof/use-proof-run'
import { Button } from '@/components/ui/button'
import type { Connection } from '@/lib/contract/connection'

/** Proves the connection again, live; until then it shows what the newest run found. */
export function ProofCard({ connection }: Readonly<{ connection: Connection }>) {
  const { id: connectionId, credential } = connection
  const waitSeconds = useCallback(() => patienceSeconds(credential, new Date()), [credential])
  const { run, start, cancel } = useProofRun({
    connectionId,
    until: 'trust',
    waitSeconds,
    kept: null,
  })
  const newest = useQuery(newestOf(connectionId))
  const idle = run.phase === 'idle'
  return (
    <section
      id="proof"
      aria-labelledby="proof-title"
      className="scroll-mt-20 min-w-0 overflow-hidden rounded-lg border border-line bg-surface"
    >
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-line border-b px-5 py-3.5">
        <div className="min-w-0">
          <h2 id="proof-title" className="font-semibold">
            Proof
          </h2>
          <p className="text-muted text-sm">From the host name to a row of data, link by link.</p>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <RunTotal run={run} />
          {isUnderWay(run) ? (
            <Button size="sm" onClick={cancel}>
              <Square aria-hidden="true" />
              Cancel
            </Button>
          ) : (
            <Button size="sm" variant="primary" onClick={start}>
              <Play aria-hidden="true" />
              {idle && !newest.data ? 'Verify now' : 'Verify again'}
            </Button>
          )}
        </div>
      </header>
      <RunAnnouncer run={run} passed={run.phase === 'finished' ? run.proof.sentence : ''} />
      {idle ? (
        <KeptProof connectionId={connectionId} newest={newest} />
      ) : (
        <LiveProof connectionId={connectionId} run={run} />
      )}
    </section>
  )
}
