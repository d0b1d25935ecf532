'use client'

import { useQuery } from '@tanstack/react-query'
import { Play, Square } from 'lucide-react'
import { Chain } from '@/components/dashboard/chain'
import { type Run, toRun } from '@/components/dashboard/proof-run'
import { ProofVerdict } from '@/components/dashboard/proof-verdict'
import { useProofRun } from '@/components/dashboard/use-proof-run'
import { proofsOf } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Code } from '@/components/ui/code'
import { Disclosure } from '@/components/ui/disclosure'
import { Skeleton } from '@/components/ui/skeleton'
import type { Proof } from '@/lib/contract/proof'

type Props = Readonly<{ connectionId: string; Diagnosis: DiagnosisView }>

/** Proves the connection again, live, and keeps what earlier proofs found. */
export function ProofCard({ connectionId, Diagnosis }: Props) {
  const { run, running, start, cancel } = useProofRun(connectionId)
  const { data, error } = useQuery(proofsOf(connectionId))
  const proofs = data?.proofs ?? []
  const newest = proofs[0]
  const shown = run ? run.proof : newest
  const earlier = proofs.filter((proof) => proof.id !== shown?.id)
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
        {running ? (
          <Button size="sm" onClick={cancel}>
            <Square aria-hidden="true" />
            Cancel
          </Button>
        ) : (
          <Button size="sm" variant="primary" onClick={start}>
            <Play aria-hidden="true" />
            {newest || run ? 'Verify again' : 'Verify now'}
          </Button>
        )}
      </header>
      <p role="status" className="sr-only">
        {running ? 'The proof is running' : run?.proof?.sentence}
      </p>
      {run ? (
        <LiveRun run={run} running={running} connectionId={connectionId} Diagnosis={Diagnosis} />
      ) : (
        <Kept
          newest={newest}
          loading={!(data || error)}
          connectionId={connectionId}
          Diagnosis={Diagnosis}
        />
      )}
      {error ? <ProblemCallout error={error} className="m-5" /> : null}
      {earlier.length > 0 ? (
        <Earlier proofs={earlier} connectionId={connectionId} Diagnosis={Diagnosis} />
      ) : null}
    </section>
  )
}

type LiveProps = Props & Readonly<{ run: Run; running: boolean }>

function LiveRun({ run, running, connectionId, Diagnosis }: LiveProps) {
  return (
    <>
      {run.proof ? (
        <div className="border-b border-line px-5 py-4">
          <ProofVerdict proof={run.proof} />
        </div>
      ) : null}
      {run.broken ? (
        <Callout tone="danger" live={true} title={run.broken.title} className="m-5">
          {run.broken.requestId ? (
            <>
              Request <Code>{run.broken.requestId}</Code>
            </>
          ) : null}
        </Callout>
      ) : null}
      {running && run.links.length === 0 ? <ChainSkeleton /> : null}
      <Chain run={run} connectionId={connectionId} Diagnosis={Diagnosis} />
    </>
  )
}

type KeptProps = Props & Readonly<{ newest: Proof | undefined; loading: boolean }>

function Kept({ newest, loading, connectionId, Diagnosis }: KeptProps) {
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
          <Diagnosis
            diagnosis={broken.diagnosis}
            failure={broken.failure}
            connectionId={connectionId}
          />
        </div>
      ) : null}
      <Disclosure summary={`All ${newest.checks.length} checks`} lazy={true} className="mt-3">
        <div className="-mx-5 border-t border-line">
          <Chain run={toRun(newest)} connectionId={connectionId} Diagnosis={Diagnosis} />
        </div>
      </Disclosure>
    </div>
  )
}

function Earlier({
  proofs,
  connectionId,
  Diagnosis,
}: Props & Readonly<{ proofs: readonly Proof[] }>) {
  return (
    <div className="border-t border-line px-5 py-4">
      <h3 className="mb-1 text-sm font-semibold">Earlier proofs</h3>
      <ul className="divide-y divide-line">
        {proofs.map((proof) => (
          <li key={proof.id} className="py-1.5">
            <Disclosure summary={<ProofVerdict proof={proof} />} lazy={true}>
              <div className="-mx-5">
                <Chain run={toRun(proof)} connectionId={connectionId} Diagnosis={Diagnosis} />
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
