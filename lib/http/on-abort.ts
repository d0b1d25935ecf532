import { setMaxListeners } from 'node:events'

/**
 * Runs `act` when `signal` is aborted, at once if it has been; the answer takes it back.
 *
 * One request may have dozens of calls in flight under one signal, which is no leak to warn of.
 */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  if (signal.aborted) {
    act()
    return () => undefined
  }
  setMaxListeners(0, signal)
  signal.addEventListener('abort', act, { once: true })
  return () => signal.removeEventListener('abort', act)
}
