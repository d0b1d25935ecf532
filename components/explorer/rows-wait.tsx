'use client'

import { useEffect, useState } from 'react'
import { Spinner } from '@/components/ui/spinner'

const tickMs = 100

/** Says that rows are being read, and for how long by now. */
export function RowsWait() {
  const [tookMs, setTookMs] = useState(0)
  useEffect(() => {
    const startedAt = performance.now()
    const timer = setInterval(() => setTookMs(performance.now() - startedAt), tickMs)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="flex flex-1 items-start gap-3 px-4 py-5 text-muted sm:px-6">
      <Spinner label="Reading rows" className="mt-1 text-accent" />
      <span aria-hidden="true" className="tabular-nums">
        Reading, {(tookMs / 1000).toFixed(1)} s
      </span>
    </div>
  )
}
