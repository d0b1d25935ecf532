'use client'

import { useQuery } from '@tanstack/react-query'
import { tokenOf } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import { ClaimList } from '@/components/diagnosis/claim-list'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Countdown } from '@/components/ui/countdown'
import { Skeleton } from '@/components/ui/skeleton'
import { useDiagnosisView } from '@/components/wizard/diagnosis-slot'
import type { TokenStatus } from '@/lib/contract/token'

/** The token, decoded here: nobody has to paste it into a page of somebody else's. */
export function TokenPanel({ connectionId }: Readonly<{ connectionId: string }>) {
  const token = useQuery(tokenOf(connectionId))
  return (
    <Card
      title="The token"
      aside={
        token.data?.state === 'fresh' && token.data.expiresAt ? (
          <span className="text-muted text-sm">
            Good for another <Countdown iso={token.data.expiresAt} className="text-ink" />
          </span>
        ) : null
      }
    >
      {token.isPending ? <TokenSkeleton /> : null}
      {token.isError ? (
        <ProblemCallout error={token.error}>
          <Button size="sm" onClick={() => void token.refetch()}>
            Try again
          </Button>
        </ProblemCallout>
      ) : null}
      {token.data ? <TokenFacts connectionId={connectionId} token={token.data} /> : null}
    </Card>
  )
}

type FactsProps = Readonly<{ connectionId: string; token: TokenStatus }>

function TokenFacts({ connectionId, token }: FactsProps) {
  const DiagnosisView = useDiagnosisView()
  if (token.claims.length > 0) {
    return (
      <div className="grid gap-4">
        <p className="max-w-prose text-muted">
          Decoded on the server; the token itself is shown nowhere.
          {token.state === 'expired' ? ' This one has expired: the next call gets a new one.' : ''}
        </p>
        <ClaimList claims={token.claims} />
      </div>
    )
  }
  if (token.lastFailure) {
    return (
      <DiagnosisView
        diagnosis={token.lastFailure.diagnosis}
        failure={null}
        connectionId={connectionId}
      />
    )
  }
  return (
    <p className="text-muted">
      There is no token yet. Entra gives one at the first call: read rows below, or check step 2.
    </p>
  )
}

function TokenSkeleton() {
  return (
    <div className="grid gap-3">
      <Skeleton className="h-5 w-2/3" />
      <Skeleton className="h-72 w-full" />
    </div>
  )
}
