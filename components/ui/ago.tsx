'use client'

import { toAgo, toMoment } from '@/components/ui/duration'
import { useNow } from '@/components/ui/use-now'

/** How long ago it was, kept up to date; the exact moment in UTC is its tip. */
export function Ago({ iso, className }: Readonly<{ iso: string; className?: string }>) {
  const now = useNow(15_000)
  const seconds = (now - new Date(iso).getTime()) / 1000
  return (
    <time dateTime={iso} title={toMoment(iso)} className={className} suppressHydrationWarning>
      {toAgo(seconds)}
    </time>
  )
}
