'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

const linePx = 20

/** The answer as it came, a line each; long answers cost no more than short ones. */
export function JsonView({ json }: Readonly<{ json: unknown }>) {
  const scroller = useRef<HTMLElement>(null)
  const text = useMemo(() => JSON.stringify(json, null, 2), [json])
  const lines = useMemo(() => text.split('\n'), [text])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => linePx,
    overscan: 20,
  })
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={scroller}
        aria-label="Answer as JSON"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto overscroll-contain p-4 -outline-offset-2"
      >
        <div className="relative" style={{ height: virtual.getTotalSize() }}>
          <pre
            className="absolute top-0 left-0 font-mono text-xs"
            style={{ transform: `translateY(${virtual.getVirtualItems()[0]?.start ?? 0}px)` }}
          >
            {virtual.getVirtualItems().map((item) => (
              <span
                key={item.index}
                className="block"
                style={{ height: linePx, lineHeight: '20px' }}
              >
                {lines[item.index]}
              </span>
            ))}
          </pre>
        </div>
      </section>
      <CopyButton
        value={text}
        label="Copy the answer as JSON"
        text="Copy"
        className="absolute top-2 right-5 border-line bg-surface"
      />
    </div>
  )
}
