'use client'

import { toDuration } from '@/components/ui/duration'
import { useNow } from '@/components/ui/use-now'

/** Seconds since a moment, counting. */
export function Elapsed({ sinceIso }: Readonly<{ sinceIso: string }>) {
  const now = useNow()
  return <>{toDuration((now - new Date(sinceIso).getTime()) / 1000)}</>
}
