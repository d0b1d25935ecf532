import { ConnectionSkeleton } from '@/components/dashboard/connection-skeleton'
import { PageFrame } from '@/components/shell/page-frame'

export default function Loading() {
  return (
    <PageFrame>
      <ConnectionSkeleton />
    </PageFrame>
  )
}
