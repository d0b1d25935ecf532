'use client'

import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import type { Spot } from '@/components/explorer/grid/selection'

/**
 * Keeps the focus of the browser on the cell at `head`, as long as it is in the grid at all: cells
 * come into the page late, and their elements are taken over by other rows while one scrolls.
 */
export function useHeadFocus(scroller: RefObject<HTMLElement | null>, head: Spot) {
  const isWanted = useRef(false)
  useLayoutEffect(() => {
    if (!isWanted.current) return
    const cell = elementAt(scroller.current, head)
    if (cell !== document.activeElement) cell?.focus({ preventScroll: true })
  })
  return {
    /** Draws the focus to the head once it is drawn. */
    take: () => {
      isWanted.current = true
    },
    handlers: {
      onFocus: () => {
        isWanted.current = true
      },
      onBlur: ({ target, relatedTarget }: FocusEvent) => {
        // An element that was taken out of the page has not been left by anybody.
        const isLeft = target.isConnected && !scroller.current?.contains(relatedTarget)
        if (isLeft) isWanted.current = false
      },
    },
  }
}

/** The element of a cell or a head; null where it is not in the page now. */
export function elementAt(scroller: HTMLElement | null, { row, column }: Spot): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-spot="${row}:${column}"]`) ?? null
}
