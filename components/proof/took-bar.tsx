import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  tookMs: number
  /** What the slowest link took: the whole width. */
  slowestMs: number
}>

/** A link's time as a length, so that the slow ones are seen before a number is read. */
export function TookBar({ tookMs, slowestMs }: Props) {
  const part = Math.min(1, tookMs / slowestMs)
  return (
    <span
      aria-hidden="true"
      className="block h-1 w-10 overflow-hidden rounded-full bg-line sm:w-14"
    >
      <span
        className={cx(
          'block h-full rounded-full',
          isSlow(tookMs, part) ? 'bg-warning' : 'bg-line-strong',
        )}
        // Never nothing: also the fastest link has run.
        style={{ width: `${Math.max(4, part * 100)}%` }}
      />
    </span>
  )
}

/** Long for a person who waits, and long beside the others. */
function isSlow(tookMs: number, part: number): boolean {
  return tookMs >= 1000 && part >= 0.5
}
