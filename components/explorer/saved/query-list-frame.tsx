import type { ReactNode } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'

type Props = Readonly<{
  isPending: boolean
  error: unknown
  onRetry: () => unknown
  children: ReactNode
}>

/** A list of queries while it comes, when it does not, and once it is there. */
export function QueryListFrame({ isPending, error, onRetry, children }: Props) {
  if (error) {
    return (
      <ProblemCallout error={error} className="mt-4">
        <Button size="sm" onClick={() => void onRetry()}>
          Try again
        </Button>
      </ProblemCallout>
    )
  }
  if (isPending) {
    return (
      <div role="status" className="mt-4 flex flex-col gap-3">
        <span className="sr-only">Reading the queries</span>
        <Skeleton className="h-5 w-64" />
        <Skeleton className="h-4 w-96 max-w-full" />
      </div>
    )
  }
  return <div className="mt-4">{children}</div>
}
