'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { AnswerActions } from '@/components/explorer/grid/answer-actions'
import { indentJson } from '@/lib/odata/rows/indent-json'
import type { ScannedPage } from '@/lib/odata/rows/scan-page'

type Props = Readonly<{ entitySet: string; scanned: ScannedPage }>

const linePx = 20
const rowDepth = 2

/** The answer with a member a line; of a long one only what is on the screen is laid out. */
export function JsonView({ entitySet, scanned }: Props) {
  const scroller = useRef<HTMLElement>(null)
  const blocks = useMemo(() => toBlocks(scanned), [scanned])
  const virtual = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => blocks.linesAt(index) * linePx,
    paddingStart: 16,
    paddingEnd: 16,
    overscan: 2,
  })
  const toText = () =>
    Array.from({ length: blocks.length }, (_, index) => blocks.textAt(index)).join('\n')
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <AnswerActions name={entitySet} what="the answer as JSON" toText={toText} />
      <section
        ref={scroller}
        aria-label="Answer as JSON"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto overscroll-contain -outline-offset-2"
      >
        <div className="relative font-mono text-xs" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <pre
              key={index}
              className="absolute top-0 left-0 px-4"
              style={{ transform: `translateY(${start}px)`, lineHeight: `${linePx}px` }}
            >
              {blocks.textAt(index)}
            </pre>
          ))}
        </div>
      </section>
    </div>
  )
}

type Blocks = Readonly<{
  length: number
  textAt: (index: number) => string
  linesAt: (index: number) => number
}>

/** What stands before the rows, each row, and what stands behind them. */
function toBlocks({ head, tail, rows }: ScannedPage): Blocks {
  const before = indentJson(head)
  if (!rows) return { length: 1, textAt: () => before, linesAt: () => linesOf(before) }
  const behind = indentJson(tail, rowDepth).trimStart()
  const last = rows.length + 1
  const textAt = (index: number) => {
    if (index === 0) return before
    if (index === last) return `  ${behind}`
    const comma = index < rows.length ? ',' : ''
    return `    ${indentJson(rows.textAt(index - 1), rowDepth)}${comma}`
  }
  const linesAt = (index: number) => {
    if (index === 0) return linesOf(before)
    return index === last ? linesOf(behind) : rows.linesAt(index - 1)
  }
  return { length: last + 1, textAt, linesAt }
}

function linesOf(text: string): number {
  return text.split('\n').length
}
