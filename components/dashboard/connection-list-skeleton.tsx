import { Skeleton } from '@/components/ui/skeleton'

const rows = [1, 2, 3] as const

/** Holds the place of the list at the size that it will have. */
export function ConnectionListSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Loading the connections</span>
      <ul
        aria-hidden="true"
        className="divide-y divide-line rounded-lg border border-line bg-surface"
      >
        {rows.map((row) => (
          <li key={row} className="grid gap-4 px-5 py-4 lg:grid-cols-[minmax(0,1fr)_11rem_11.5rem]">
            <span className="flex flex-col gap-2">
              <Skeleton className="h-5 w-48 max-w-full" />
              <Skeleton className="h-4 w-72 max-w-full" />
            </span>
            <Skeleton className="h-8" />
            <Skeleton className="h-8" />
          </li>
        ))}
      </ul>
    </div>
  )
}
