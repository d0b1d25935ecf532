'use client'

import { useQuery } from '@tanstack/react-query'
import { Play, Square } from 'lucide-react'
import { ProofVerdict } from '@/components/dashboard/proof-verdict'
import { proofsOf } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { Chain } from '@/components/proof/chain'
import { fromProof, isUnderWay, type ProofRun } from '@/components/proof/proof-run'
import { RunAnnouncer } from '@/components/proof/run-announcer'
import { RunEnd } from '@/components/proof/run-end'
import { RunTotal } from '@/components/proof/run-total'
import { useProofRun } from '@/components/proof/use-proof-run'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Skeleton } from '@/components/ui/skeleton'
import type { Proof } from '@/lib/contract/proof'

type Props = Readonly<{ connectionId: string }>

/** Proves the connection again, live, and keeps what earlier proofs found. */
export function ProofCard({ connectionId }: Props) {
  const { run, start, cancel } = useProofRun({
    connectionId,
    until: 'trust',
    waitSeconds: 0,
    kept: null,
  })
  const { data, error } = useQuery(proofsOf(connectionId))
  const proofs = data?.proofs ?? []
  const newest = proofs[0]
  const idle = run.phase === 'idle'
  const shownId = shownProofId(run, newest)
  const earlier = proofs.filter((proof) => proof.id !== shownId)
  return (
    <section
      aria-labelledby="proof-title"
      className="min-w-0 rounded-lg border border-line bg-surface"
    >
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 border-b border-line px-5 py-3.5">
        <div className="min-w-0">
          <h2 id="proof-title" className="font-semibold">
            Proof
          </h2>
          <p className="text-sm text-muted">From the host name to a row of data, link by link.</p>
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
              {shownId ? 'Verify again' : 'Verify now'}
            </Button>
          )}
        </div>
      </header>
      <RunAnnouncer run={run} passed={run.phase === 'finished' ? run.proof.sentence : ''} />
      {idle ? (
        <Kept newest={newest} loading={!(data || error)} connectionId={connectionId} />
      ) : (
        <LiveRun run={run} connectionId={connectionId} />
      )}
      {error ? <ProblemCallout error={error} className="m-5" /> : null}
      {earlier.length > 0 ? <Earlier proofs={earlier} connectionId={connectionId} /> : null}
    </section>
  )
}

function LiveRun({ run, connectionId }: Readonly<{ run: ProofRun; connectionId: string }>) {
  return (
    <>
      {run.phase === 'finished' ? (
        <div className="border-b border-line px-5 py-4">
          <ProofVerdict proof={run.proof} />
        </div>
      ) : null}
      <RunEnd run={run} className="m-5" />
      {run.phase === 'starting' ? <ChainSkeleton /> : null}
      <Chain run={run} connectionId={connectionId} />
    </>
  )
}

function shownProofId(run: ProofRun, newest: Proof | undefined): string | undefined {
  if (run.phase === 'idle') return newest?.id
  return run.phase === 'finished' ? run.proof.id : undefined
}

type KeptProps = Props & Readonly<{ newest: Proof | undefined; loading: boolean }>

function Kept({ newest, loading, connectionId }: KeptProps) {
  if (loading) return <ChainSkeleton />
  if (!newest) {
    return (
      <p className="px-5 py-8 text-center text-muted">
        Nothing has been proven yet. The chain stops at the first break and names its step.
      </p>
    )
  }
  const broken = newest.checks.find((check) => check.verdict === 'failed')
  return (
    <div className="px-5 py-4">
      <ProofVerdict proof={newest} />
      {broken?.diagnosis ? (
        <div className="mt-4">
          <DiagnosisCard
            diagnosis={broken.diagnosis}
            failure={broken.failure}
            connectionId={connectionId}
          />
        </div>
      ) : null}
      <Disclosure summary={`All ${newest.checks.length} checks`} lazy={true} className="mt-3">
        <div className="-mx-5 border-t border-line">
          <Chain run={fromProof(newest)} connectionId={connectionId} />
        </div>
      </Disclosure>
    </div>
  )
}

function Earlier({ proofs, connectionId }: Props & Readonly<{ proofs: readonly Proof[] }>) {
  return (
    <div className="border-t border-line px-5 py-4">
      <h3 className="mb-1 text-sm font-semibold">Earlier proofs</h3>
      <ul className="divide-y divide-line">
        {proofs.map((proof) => (
          <li key={proof.id} className="py-1.5">
            <Disclosure summary={<ProofVerdict proof={proof} />} lazy={true}>
              <div className="-mx-5">
                <Chain run={fromProof(proof)} connectionId={connectionId} />
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
    </div>
  )
}

function ChainSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-3 px-5 py-4">
      <Skeleton className="h-6 w-3/5" />
      <Skeleton className="h-6 w-2/5" />
      <Skeleton className="h-6 w-1/2" />
    </div>
  )
}
