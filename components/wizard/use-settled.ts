'use client'

import { useEffect, useState } from 'react'

/** `value` once it has not changed for `afterMs`: what a person typed, when they have paused. */
export function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
  }, [value, afterMs])
  return settled
}
