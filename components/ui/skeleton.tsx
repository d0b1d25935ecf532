import { cx } from '@/components/ui/cx'

/** Holds the place of what is coming, at its size: give width and height by class. */
export function Skeleton({ className }: Readonly<{ className?: string }>) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'block animate-pulse rounded-sm bg-line motion-reduce:animate-none',
        className ?? 'h-4 w-full',
      )}
    />
  )
}
