import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { practiceInfo } from '@/components/data/connection-queries'
import { newQueryClient } from '@/components/data/query-client'
import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { PageFrame } from '@/components/shell/page-frame'
import { PageTitle } from '@/components/shell/page-title'
import { ConnectEnvironment } from '@/components/wizard/connect/connect-environment'
import { PractiseFirst } from '@/components/wizard/connect/practise-first'
import { DiagnosisSlot } from '@/components/wizard/diagnosis-slot'
import { requirePageContext } from '@/lib/access/page-context'
import { practiceInfo as practiceHere } from '@/lib/practice/practice-info'

export const metadata: Metadata = { title: 'Connect an environment' }

export default async function ConnectPage() {
  await requirePageContext('connection.manage')
  const queries = newQueryClient()
  queries.setQueryData(practiceInfo().queryKey, practiceHere())
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <DiagnosisSlot view={DiagnosisCard}>
        <PageFrame className="grid gap-8">
          <PageTitle title="A new connection">
            <p className="max-w-prose">
              Five steps from here to rows of data. First: which environment?
            </p>
          </PageTitle>
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
            <ConnectEnvironment />
            <PractiseFirst />
          </div>
        </PageFrame>
      </DiagnosisSlot>
    </HydrationBoundary>
  )
}
