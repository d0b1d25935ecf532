import { z } from 'zod'
import { basketMax } from '@/lib/contract/basket'

const Names = z.array(z.string().min(1).max(200))

const keyOf = (connectionId: string) => `fivestep-basket-${connectionId}`

const listeners = new Set<() => void>()

/** Calls `listener` whenever a basket changes, in this tab or in another one. */
export function subscribeBaskets(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', tellAll)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', tellAll)
  }
}

function tellAll(): void {
  for (const listener of listeners) listener()
}

/** A connection's basket as it is stored, which is the same text for as long as it is the same. */
export function readBasketText(connectionId: string): string {
  try {
    return window.localStorage.getItem(keyOf(connectionId)) ?? ''
  } catch {
    // A browser that keeps nothing has an empty basket.
    return ''
  }
}

/** The names in a stored basket; none where it is not readable. */
export function parseBasket(text: string): readonly string[] {
  try {
    const names = Names.safeParse(JSON.parse(text))
    return names.success ? [...new Set(names.data)].slice(0, basketMax) : []
  } catch {
    // Nothing was stored yet, or something else wrote there.
    return []
  }
}

/** Stores a connection's basket. */
export function writeBasket(connectionId: string, names: readonly string[]): void {
  try {
    if (names.length === 0) window.localStorage.removeItem(keyOf(connectionId))
    else window.localStorage.setItem(keyOf(connectionId), JSON.stringify(names))
  } catch {
    // A browser that keeps nothing has no baskets.
  }
  tellAll()
}
