'use client'

import { useSyncExternalStore } from 'react'

const second = 1000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = toSecond(Date.now())

function toSecond(ms: number): number {
  return Math.floor(ms / second) * second
}

function tick() {
  now = toSecond(Date.now())
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, second)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * The clock in milliseconds, ticking once a second; one timer however many readers.
 *
 * `stepMs` (default 1,000) rounds it down, so that what shows minutes renders once a minute. The
 * server's second and the browser's may differ: put `suppressHydrationWarning` on what shows it.
 */
export function useNow(stepMs = second): number {
  const read = () => Math.floor(now / stepMs) * stepMs
  const readOnServer = () => Math.floor(Date.now() / stepMs) * stepMs
  return useSyncExternalStore(subscribe, read, readOnServer)
}
