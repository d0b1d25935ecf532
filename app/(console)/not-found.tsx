import { PageFrame } from '@/components/shell/page-frame'
import { PageNotFound } from '@/components/shell/page-not-found'

export default function ConsoleNotFound() {
  return (
    <PageFrame>
      <PageNotFound />
    </PageFrame>
  )
}
