'use client'

import { toDuration, toMoment } from '@/components/ui/duration'
import { useNow } from '@/components/ui/use-now'

type Props = Readonly<{ expiresAt: string | null; className?: string }>

/** Life left of the token in the server's memory, ticking; an old one is renewed at the next call. */
export function TokenLeft({ expiresAt, className }: Props) {
  const now = useNow()
  if (expiresAt === null) return <span className={className}>none yet</span>
  const seconds = (Date.parse(expiresAt) - now) / 1000
  return (
    <time
      dateTime={expiresAt}
      title={`Until ${toMoment(expiresAt)}`}
      className={className}
      suppressHydrationWarning={true}
    >
      {seconds > 0 ? `${toDuration(seconds)} left` : 'renewed at next call'}
    </time>
  )
}
