'use client'

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useMemo } from 'react'
import type { Column } from '@/components/explorer/grid/column'
import type { Spot } from '@/components/explorer/grid/selection'
import type { LaidColumn } from '@/components/explorer/grid/use-grid-layout'
import { useRem } from '@/components/ui/use-rem'

const rowRem = 2.0625
const numberRem = 3.5
/** Pinned columns that take more of the width than this would leave no room for the others. */
const pinnedShareMax = 0.6

const rowsBeyond = 4

/** A column on the screen; `leftPx` counts from the beginning of the whole grid. */
export type PlacedColumn = Readonly<{
  column: Column
  index: number
  leftPx: number
  widthPx: number
}>

export type GridView = Readonly<{
  rowPx: number
  numberPx: number
  /** Of the number column and the pinned ones. */
  fixedPx: number
  isFixed: boolean
  widthPx: number
  heightPx: number
  pinned: readonly PlacedColumn[]
  loose: readonly PlacedColumn[]
  lines: readonly Readonly<{ index: number; startPx: number; key: string }>[]
  /** Rows that fit, for the keys that turn pages. */
  pageRows: number
  reveal: (spot: Spot) => void
}>

type Options = Readonly<{
  scroller: RefObject<HTMLElement | null>
  rowCount: number
  shown: readonly LaidColumn[]
  /** Where the focus is, which stays in the page when it is scrolled out of sight. */
  head: Spot
}>

/** Which cells are on the screen, and where. */
export function useGridView({ scroller, rowCount, shown, head }: Options): GridView {
  const remPx = useRem()
  const rowPx = Math.round(rowRem * remPx)
  const numberPx = Math.round(numberRem * remPx)
  const { pinned, others } = useMemo(() => place(shown, numberPx, remPx), [shown, numberPx, remPx])
  const last = pinned.at(-1)
  const fixedPx = last ? last.leftPx + last.widthPx : numberPx
  const lines = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    paddingStart: rowPx,
    scrollPaddingStart: rowPx,
    overscan: rowsBeyond,
    rangeExtractor: useKept(head.row),
  })
  const viewPx = lines.scrollRect?.width ?? 0
  const isFixed = viewPx === 0 || fixedPx <= viewPx * pinnedShareMax
  const across = useVirtualizer({
    horizontal: true,
    count: others.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => others[index]?.widthPx ?? 0,
    paddingStart: fixedPx,
    scrollPaddingStart: isFixed ? fixedPx : 0,
    overscan: 1,
    rangeExtractor: useKept(head.column - pinned.length),
  })
  useEffect(() => {
    // Sizes that it keeps are of other columns, or of text of another size.
    if (rowPx > 0) lines.measure()
    if (others.length > 0) across.measure()
  }, [lines, across, rowPx, others])

  const viewHeightPx = lines.scrollRect?.height ?? 0
  const items = lines.getVirtualItems()
  // Only now: the items are what it is reckoned for.
  const { range } = lines
  // A row that comes takes over the elements of one that has gone: far less work than new ones.
  const slots = Math.ceil(viewHeightPx / rowPx) + 2 * rowsBeyond + 2
  const drawn = across.getVirtualIndexes().join(' ')
  const loose = useMemo(
    () => drawn.split(' ').flatMap((index) => (index === '' ? [] : (others[Number(index)] ?? []))),
    [drawn, others],
  )
  return {
    rowPx,
    numberPx,
    fixedPx,
    isFixed,
    widthPx: across.getTotalSize(),
    heightPx: lines.getTotalSize(),
    pinned,
    loose,
    lines: items.map(({ index, start }) => {
      const isSeen =
        range !== null &&
        index >= range.startIndex - rowsBeyond &&
        index <= range.endIndex + rowsBeyond
      return { index, startPx: start, key: isSeen ? String(index % slots) : 'kept' }
    }),
    pageRows: Math.max(1, Math.floor(viewHeightPx / rowPx) - 2),
    reveal: ({ row, column }) => {
      if (row >= 0) lines.scrollToIndex(row, { align: 'auto' })
      if (column >= pinned.length) across.scrollToIndex(column - pinned.length, { align: 'auto' })
    },
  }
}

/** What is seen, and the one at `kept` wherever it is. */
function useKept(kept: number): (range: Range) => number[] {
  return useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range)
      if (kept < 0 || kept >= range.count || seen.includes(kept)) return seen
      return [...seen, kept].sort((a, b) => a - b)
    },
    [kept],
  )
}

function place(shown: readonly LaidColumn[], fromPx: number, remPx: number) {
  let leftPx = fromPx
  const placed = shown.map(({ column, widthRem }, index): PlacedColumn => {
    const widthPx = Math.round(widthRem * remPx)
    leftPx += widthPx
    return { column, index, leftPx: leftPx - widthPx, widthPx }
  })
  const pinned = shown.filter(({ isPinned }) => isPinned).length
  return { pinned: placed.slice(0, pinned), others: placed.slice(pinned) }
}
