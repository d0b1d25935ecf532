import { Skeleton } from '@/components/ui/skeleton'

/** Holds the place of a chain. */
export function ChainSkeleton() {
  return (
    <div aria-hidden="true" className="flex flex-col gap-3 px-5 py-4">
      <Skeleton className="h-6 w-3/5" />
      <Skeleton className="h-6 w-2/5" />
      <Skeleton className="h-6 w-1/2" />
    </div>
  )
}
