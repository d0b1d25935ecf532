'use client'

import { type PointerEvent, useState } from 'react'
import type { GridColumns } from '@/components/explorer/grid/use-grid-layout'

/** Less than this is a press with an unsteady hand. */
const dragFromPx = 5

/** Where a column that is dragged would come to stand. */
type Drop = Readonly<{ before?: string; after?: string }>

export type ColumnPointer = Readonly<{
  dragged: string | null
  drop: Drop | null
  startDrag: (event: PointerEvent, name: string) => void
  startResize: (event: PointerEvent, name: string, widthPx: number) => void
  fit: (name: string) => void
}>

type Drag = Readonly<{ name: string; drop: Drop | null }>

/** Moves and resizes columns by mouse or pen; a touch scrolls instead, and has the column's menu. */
export function useColumnPointer(layout: GridColumns, remPx: number): ColumnPointer {
  const [drag, setDrag] = useState<Drag | null>(null)

  const startDrag = (event: PointerEvent, name: string) => {
    if (event.button !== 0 || event.pointerType === 'touch') return
    const fromX = event.clientX
    const side = event.currentTarget.closest('[role="row"]')
    let target: Drop | null = null
    follow(event, {
      onMove: (x) => {
        if (target === null && Math.abs(x - fromX) < dragFromPx) return
        target = dropAt(headsOf(side, layout, name), layout, x)
        setDrag({ name, drop: target })
      },
      onEnd: () => {
        if (target) {
          swallowClick()
          layout.moveBefore(name, target.before)
        }
        setDrag(null)
      },
    })
  }
  const startResize = (event: PointerEvent, name: string, widthPx: number) => {
    if (event.button !== 0) return
    event.stopPropagation()
    const fromX = event.clientX
    follow(event, {
      onMove: (x) => layout.resize(name, (widthPx + x - fromX) / remPx),
      onEnd: () => undefined,
    })
  }
  return {
    dragged: drag?.name ?? null,
    drop: drag?.drop ?? null,
    startDrag,
    startResize,
    fit: (name) => layout.resize(name, null),
  }
}

/** The press that ends a drag is none on what lies beneath. */
function swallowClick() {
  const swallow = (event: Event) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}

type Follow = Readonly<{ onMove: (x: number) => void; onEnd: () => void }>

/** Follows one pointer until it is let go, at most once a frame. */
function follow({ pointerId }: PointerEvent, { onMove, onEnd }: Follow) {
  const stop = new AbortController()
  let frame = 0
  const listen = (type: string, listener: (event: globalThis.PointerEvent) => void) =>
    window.addEventListener(
      type,
      (event) => {
        if (event instanceof globalThis.PointerEvent && event.pointerId === pointerId)
          listener(event)
      },
      { signal: stop.signal },
    )
  const end = () => {
    stop.abort()
    cancelAnimationFrame(frame)
    onEnd()
  }
  listen('pointermove', ({ clientX }) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => onMove(clientX))
  })
  listen('pointerup', end)
  listen('pointercancel', end)
}

type Head = Readonly<{ index: number; middlePx: number }>

/** The heads on the screen of the side where `name` stands. */
function headsOf(row: Element | null, { shown }: GridColumns, name: string): readonly Head[] {
  const own = shown.find(({ column }) => column.name === name)
  return [...(row?.querySelectorAll<HTMLElement>('[data-spot]') ?? [])].flatMap((head) => {
    const index = Number(head.dataset.spot?.split(':')[1])
    const { left, width } = head.getBoundingClientRect()
    return shown[index]?.isPinned === own?.isPinned ? [{ index, middlePx: left + width / 2 }] : []
  })
}

function dropAt(heads: readonly Head[], { shown }: GridColumns, x: number): Drop {
  const last = heads.at(-1)
  const before = heads.find(({ middlePx }) => x < middlePx)?.index ?? (last ? last.index + 1 : 0)
  const [next, former] = [shown[before], shown[before - 1]]
  // Behind the last one on the screen there may be more of the same side.
  if (next && next.isPinned === shown[last?.index ?? 0]?.isPinned)
    return { before: next.column.name }
  return former ? { after: former.column.name } : {}
}
