import { Signpost } from 'lucide-react'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'

/** Nothing is at this address. */
export function PageNotFound() {
  return (
    <EmptyState
      icon={<Signpost />}
      title="Nothing is here"
      level={1}
      action={
        <ButtonLink href={paths.connections()} variant="primary">
          All connections
        </ButtonLink>
      }
    >
      The address may be mistyped, or what it led to has been deleted.
    </EmptyState>
  )
}
