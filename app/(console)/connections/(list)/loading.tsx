import { ConnectionListSkeleton } from '@/components/dashboard/connection-list-skeleton'
import { PageFrame } from '@/components/shell/page-frame'
import { PageTitle } from '@/components/shell/page-title'

export default function Loading() {
  return (
    <PageFrame className="flex flex-col gap-6">
      <PageTitle title="Connections" />
      <ConnectionListSkeleton />
    </PageFrame>
  )
}
