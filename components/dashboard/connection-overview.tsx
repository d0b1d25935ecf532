'use client'

import { useQuery } from '@tanstack/react-query'
import { CanaryCard } from '@/components/dashboard/canary-card'
import { ConnectionHeader } from '@/components/dashboard/connection-header'
import { ConnectionSkeleton } from '@/components/dashboard/connection-skeleton'
import { CredentialCard } from '@/components/dashboard/credential-card'
import { DetailsCard } from '@/components/dashboard/details-card'
import { ProofCard } from '@/components/dashboard/proof-card'
import { StepOverview } from '@/components/dashboard/step-overview'
import { TokenCard } from '@/components/dashboard/token-card'
import { connectionOf } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { RunHistory } from '@/components/proof/run-history'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Button } from '@/components/ui/button'

type Props = Readonly<{ connectionId: string; Diagnosis: DiagnosisView }>

/** One connection on one page: its steps, its proofs, its token and its secret. */
export function ConnectionOverview({ connectionId, Diagnosis }: Props) {
  const { data, error, refetch, isFetching } = useQuery(connectionOf(connectionId))
  if (!data) {
    if (!error) return <ConnectionSkeleton />
    return (
      <ProblemCallout error={error}>
        <Button size="sm" busy={isFetching} onClick={() => refetch()}>
          Try again
        </Button>
      </ProblemCallout>
    )
  }
  return (
    <div className="flex flex-col gap-8">
      <ConnectionHeader connection={data} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <StepOverview connection={data} />
          <ProofCard connection={data} />
          <CanaryCard connectionId={connectionId} />
          <RunHistory connectionId={connectionId} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <TokenCard connectionId={connectionId} Diagnosis={Diagnosis} />
          <CredentialCard connection={data} />
          <DetailsCard connection={data} />
        </div>
      </div>
    </div>
  )
}
