'use client'

import { useQuery } from '@tanstack/react-query'
import { GitCompareArrows } from 'lucide-react'
import type { ReactNode } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { ComparisonDetails } from '@/components/proof/comparison-details'
import { changesOf } from '@/components/proof/queries'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { Skeleton } from '@/components/ui/skeleton'

type Props = Readonly<{
  connectionId: string
  proofId: string
  /** Shows the sentence alone, with everything else one press away. */
  brief?: boolean
}>

/** What changed since it last worked: the first question of whoever looks at a failure. */
export function WhatChanged({ connectionId, proofId, brief = false }: Props) {
  const { data, error } = useQuery(changesOf(connectionId, proofId, null))
  if (error) return <ProblemCallout error={error} />
  if (brief && data?.comparison === null) {
    return (
      <p className="text-muted text-sm">
        It has never worked yet: there is no run to compare with.
      </p>
    )
  }
  const before = data?.comparison?.before.id
  return (
    <Card
      level={brief ? 3 : 2}
      title="What changed since it last worked"
      aside={
        before ? (
          <ButtonLink
            href={paths.compareProofs(connectionId, { before, after: proofId })}
            size="sm"
            variant="ghost"
          >
            <GitCompareArrows aria-hidden="true" />
            Compare with another run
          </ButtonLink>
        ) : null
      }
    >
      {data ? <Told connectionId={connectionId} changes={data} brief={brief} /> : <Reading />}
    </Card>
  )
}

type ToldProps = Readonly<{
  connectionId: string
  changes: { comparison: Parameters<typeof ComparisonDetails>[0]['comparison'] | null }
  brief: boolean
}>

function Told({ connectionId, changes: { comparison }, brief }: ToldProps): ReactNode {
  if (!comparison) {
    return (
      <p className="max-w-prose text-muted">
        It has never worked yet, so there is nothing to compare with. Mend what is named above; from
        the first run that passes on, every failure is compared with the last one that did.
      </p>
    )
  }
  const details = <ComparisonDetails connectionId={connectionId} comparison={comparison} />
  if (!brief) return <div className="grid gap-4">{details}</div>
  return (
    <>
      <p className="max-w-prose">{comparison.headline}</p>
      <Disclosure summary="All that changed" lazy={true} className="mt-2">
        <div className="grid gap-4">{details}</div>
      </Disclosure>
    </>
  )
}

function Reading() {
  return (
    <div role="status" className="grid gap-2">
      <span className="sr-only">Comparing the two runs</span>
      <Skeleton className="h-5 w-4/5" />
      <Skeleton className="h-5 w-3/5" />
    </div>
  )
}
