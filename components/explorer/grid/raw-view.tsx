'use client'

import { useMemo } from 'react'
import { AnswerActions } from '@/components/explorer/grid/answer-actions'
import { toSize } from '@/components/ui/size'

type Props = Readonly<{ entitySet: string; bytes: Uint8Array }>

/** More of one line than this makes a browser stand still. */
const shownMax = 64 * 1024

/** The answer to the byte; of a long one, its beginning. */
export function RawView({ entitySet, bytes }: Props) {
  const shown = useMemo(() => new TextDecoder().decode(bytes.subarray(0, shownMax)), [bytes])
  const note =
    bytes.length > shownMax
      ? `The first ${toSize(shownMax)} of ${toSize(bytes.length)}; copy and download take all`
      : ''
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <AnswerActions
        name={entitySet}
        what="the answer as it came"
        toText={() => new TextDecoder().decode(bytes)}
      >
        {note}
      </AnswerActions>
      <section
        aria-label="Answer as it came"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-auto overscroll-contain -outline-offset-2"
      >
        <pre className="p-4 font-mono text-xs break-all whitespace-pre-wrap">{shown}</pre>
      </section>
    </div>
  )
}
