import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { connectionOf, proofsOf } from '@/components/data/connection-queries'
import { newQueryClient } from '@/components/data/query-client'
import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { DiagnosisSlot } from '@/components/wizard/diagnosis-slot'
import { StepPage } from '@/components/wizard/step-page'
import { TestPage } from '@/components/wizard/test/test-page'
import { requirePageContext } from '@/lib/access/page-context'
import { ConnectionError } from '@/lib/connections/errors'
import { requireConnection } from '@/lib/connections/require-connection'
import type { Context } from '@/lib/log/context'
import { listProofs } from '@/lib/proof/list-proofs'
import { StepId } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

type Props = Readonly<{ params: Promise<{ connectionId: string; step: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const step = StepId.safeParse((await params).step)
  return { title: step.success ? stepTitle(step.data) : 'Putting it to the test' }
}

export default async function SetupPage({ params }: Props) {
  const { connectionId, step: segment } = await params
  const step = StepId.safeParse(segment)
  if (!step.success && segment !== 'test') notFound()
  const ctx = await requirePageContext('connection.read', { connectionId })
  const queries = newQueryClient()
  queries.setQueryData(connectionOf(connectionId).queryKey, await findConnection(ctx, connectionId))
  if (step.success) {
    const proofs = await listProofs(ctx, connectionId)
    queries.setQueryData(proofsOf(connectionId).queryKey, { proofs })
  }
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <DiagnosisSlot view={DiagnosisCard}>
        {step.success ? (
          <StepPage
            key={step.data}
            connectionId={connectionId}
            step={step.data}
            todayIso={ctx.now().toISOString()}
          />
        ) : (
          <TestPage connectionId={connectionId} />
        )}
      </DiagnosisSlot>
    </HydrationBoundary>
  )
}

async function findConnection(ctx: Context, connectionId: string) {
  try {
    return await requireConnection(ctx, connectionId)
  } catch (error) {
    if (error instanceof ConnectionError && error.code === 'not_found') notFound()
    throw error
  }
}
