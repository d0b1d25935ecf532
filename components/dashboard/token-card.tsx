'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { TokenLeft } from '@/components/dashboard/token-left'
import { tokenOf } from '@/components/data/connection-queries'
import { ProblemCallout } from '@/components/data/problem-callout'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Ago } from '@/components/ui/ago'
import { Card } from '@/components/ui/card'
import { cx } from '@/components/ui/cx'
import { Disclosure } from '@/components/ui/disclosure'
import { Skeleton } from '@/components/ui/skeleton'
import type { Claim, TokenStatus } from '@/lib/contract/token'

type Props = Readonly<{ connectionId: string; Diagnosis: DiagnosisView }>

/** The state of the token and what its claims mean; the token itself never leaves the server. */
export function TokenCard({ connectionId, Diagnosis }: Props) {
  const { data, error } = useQuery(tokenOf(connectionId))
  return (
    <Card title="Token">
      {data ? <Full token={data} connectionId={connectionId} Diagnosis={Diagnosis} /> : null}
      {error && !data ? <ProblemCallout error={error} /> : null}
      {data || error ? null : (
        <div className="flex flex-col gap-2">
          <Skeleton className="h-6 w-2/3" />
          <Skeleton className="h-5 w-1/2" />
        </div>
      )}
    </Card>
  )
}

function Full({ token, connectionId, Diagnosis }: Props & Readonly<{ token: TokenStatus }>) {
  if (token.state === 'none' && !token.lastFailure) {
    return <p className="text-muted">None yet. The first check that needs one mints it.</p>
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-lg font-semibold tabular-nums">
        <TokenLeft expiresAt={token.expiresAt} />
      </p>
      {token.mintedAt ? (
        <p className="text-sm text-muted">
          Minted <Ago iso={token.mintedAt} />, {token.mints === 1 ? 'once' : `${token.mints} times`}{' '}
          in all. Kept in the server until five minutes before its end.
        </p>
      ) : null}
      {token.claims.length > 0 ? (
        <Disclosure summary={`What its ${token.claims.length} claims say`}>
          <ClaimList claims={token.claims} />
        </Disclosure>
      ) : null}
      {token.lastFailure ? (
        <Disclosure
          summary={
            <span>
              Last refusal, <Ago iso={token.lastFailure.at} />
            </span>
          }
        >
          <Diagnosis
            diagnosis={token.lastFailure.diagnosis}
            failure={null}
            connectionId={connectionId}
          />
        </Disclosure>
      ) : null}
    </div>
  )
}

type ClaimLook = Readonly<{ icon: LucideIcon; ink: string; word: string }>

const claimLooks: Readonly<Record<Claim['verdict'], ClaimLook>> = {
  good: { icon: CircleCheck, ink: 'text-success', word: 'as it should be' },
  warning: { icon: TriangleAlert, ink: 'text-warning', word: 'worth a look' },
  bad: { icon: CircleAlert, ink: 'text-danger', word: 'not what F&O needs' },
  info: { icon: Info, ink: 'text-faint', word: 'for information' },
}

function ClaimList({ claims }: Readonly<{ claims: readonly Claim[] }>) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {claims.map((claim) => (
        <ClaimItem key={claim.name} claim={claim} />
      ))}
    </ul>
  )
}

function ClaimItem({ claim }: Readonly<{ claim: Claim }>) {
  const { icon: Icon, ink, word } = claimLooks[claim.verdict]
  return (
    <li className="flex gap-2.5 py-2.5 text-sm">
      <Icon aria-hidden="true" className={cx('mt-0.5 size-4 shrink-0', ink)} />
      <div className="min-w-0">
        <p className="font-mono break-all">
          <span className="font-medium">{claim.name}</span>{' '}
          <span className="text-muted">{claim.value}</span>
        </p>
        <p className="text-muted">
          {claim.meaning}
          <span className="sr-only"> ({word})</span>
        </p>
      </div>
    </li>
  )
}
