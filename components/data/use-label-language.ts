'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

/** What was chosen where the browser keeps nothing. */
const chosen = new Map<string, string>()

const nameOf = (connectionId: string) => `fivestep-labels-${connectionId}`

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  globalThis.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    globalThis.removeEventListener('storage', listener)
  }
}

function read(connectionId: string): string {
  try {
    return localStorage.getItem(nameOf(connectionId)) ?? ''
  } catch {
    // A browser that keeps nothing for this site refuses to be asked.
    return chosen.get(connectionId) ?? ''
  }
}

function write(connectionId: string, language: string): void {
  chosen.set(connectionId, language)
  try {
    localStorage.setItem(nameOf(connectionId), language)
  } catch {
    // It is kept for as long as the page is.
  }
  for (const listener of listeners) listener()
}

/** The language chosen for the labels of a connection in this browser; empty where none was. */
export function useLabelLanguage(
  connectionId: string,
): readonly [string, (language: string) => void] {
  const language = useSyncExternalStore(
    subscribe,
    () => read(connectionId),
    () => '',
  )
  return [language, (next) => write(connectionId, next)]
}
