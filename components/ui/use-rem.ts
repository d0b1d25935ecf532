'use client'

import { useSyncExternalStore } from 'react'

const usualPx = 16

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

function read(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || usualPx
}

/** Pixels of one rem now: what is placed by hand grows with the reader's text, as the rest does. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, read, () => usualPx)
}
