'use client'

import { useMemo, useSyncExternalStore } from 'react'
import {
  parseBasket,
  readBasketText,
  subscribeBaskets,
  writeBasket,
} from '@/components/explorer/basket/basket-store'
import { basketMax } from '@/lib/contract/basket'

type Basket = Readonly<{
  names: readonly string[]
  isFull: boolean
  add: (name: string) => void
  remove: (name: string) => void
  clear: () => void
}>

/** The entity sets that a person gathers in one connection, kept by the browser. */
export function useBasket(connectionId: string): Basket {
  const text = useSyncExternalStore(
    subscribeBaskets,
    () => readBasketText(connectionId),
    () => '',
  )
  return useMemo(() => {
    const names = parseBasket(text)
    return {
      names,
      isFull: names.length >= basketMax,
      add: (name) => writeBasket(connectionId, [...new Set([...names, name])]),
      remove: (name) =>
        writeBasket(
          connectionId,
          names.filter((other) => other !== name),
        ),
      clear: () => writeBasket(connectionId, []),
    }
  }, [connectionId, text])
}
