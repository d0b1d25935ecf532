'use client'

import { toDuration, toMoment } from '@/components/ui/duration'
import { useNow } from '@/components/ui/use-now'

type Props = Readonly<{
  /** The moment it counts down to. */
  iso: string
  /** Shown once that moment has passed. */
  over?: string
  className?: string
}>

/** Time left until a moment, ticking every second without changing its digits' width. */
export function Countdown({ iso, over = 'expired', className }: Props) {
  const now = useNow()
  const seconds = (new Date(iso).getTime() - now) / 1000
  return (
    <time dateTime={iso} title={toMoment(iso)} className={className} suppressHydrationWarning>
      {seconds > 0 ? toDuration(seconds) : over}
    </time>
  )
}
