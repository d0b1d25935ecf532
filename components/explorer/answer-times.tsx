'use client'

import { ChevronDown } from 'lucide-react'
import type { RowsAnswer } from '@/components/explorer/read-rows'
import { spentTimes, toTime } from '@/components/explorer/spent-time'
import { buttonLook } from '@/components/ui/button-look'
import { Code } from '@/components/ui/code'
import { CopyButton } from '@/components/ui/copy-button'
import { Popover } from '@/components/ui/popover'
import { toSize } from '@/components/ui/size'

type Props = Readonly<{
  /** The answer of one read: the first where several pages are shown. */
  answer: RowsAnswer
  /** Whether more pages are shown than this one. */
  isFirstOfMany: boolean
}>

/** Where the time of a read went, and the ids that a support ticket asks for. */
export function AnswerTimes({ answer, isFirstOfMany }: Props) {
  const { timing, tookMs, bytes, rows, ids } = answer
  const times = spentTimes(answer)
  return (
    <Popover
      title={isFirstOfMany ? 'Where the time of the first page went' : 'Where the time went'}
      triggerClassName={buttonLook('ghost', 'sm')}
      trigger={
        <>
          Timing
          <ChevronDown aria-hidden="true" />
        </>
      }
    >
      <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-1">
        {times.map(({ label, ms }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd aria-hidden="true" className="h-1.5 rounded-sm bg-sunken">
              <span
                className="block h-full min-w-px rounded-sm bg-accent"
                style={{ width: `${tookMs > 0 ? Math.min(100, (ms / tookMs) * 100) : 0}%` }}
              />
            </dd>
            <dd className="text-right tabular-nums">{toTime(ms)}</dd>
          </div>
        ))}
        <div className="contents font-medium">
          <dt className="border-t border-line pt-1">Total</dt>
          <dd className="border-t border-line pt-1 text-muted tabular-nums">
            {toSize(bytes)}
            {rows ? `, ${rows.length.toLocaleString('en')} rows` : ''}
          </dd>
          <dd className="border-t border-line pt-1 text-right tabular-nums">{toTime(tookMs)}</dd>
        </div>
      </dl>
      <ul className="mt-2 text-xs text-muted">
        {timing && timing.connectMs === null ? (
          <li>The connection to F&amp;O stood open already.</li>
        ) : null}
        {timing?.environmentMs == null ? null : (
          <li>F&amp;O says that it took {toTime(timing.environmentMs)} itself.</li>
        )}
      </ul>
      {ids.length > 0 ? <Ids ids={ids} /> : null}
    </Popover>
  )
}

function Ids({ ids }: Pick<RowsAnswer, 'ids'>) {
  return (
    <section aria-label="Ids for a support ticket" className="mt-3 border-t border-line pt-2">
      <h3 className="text-xs font-medium text-muted">Ids for a support ticket</h3>
      <dl>
        {ids.map(([name, value]) => (
          <div key={name} className="flex items-center justify-between gap-2">
            <div className="min-w-0">
              <dt className="text-xs text-muted">
                {name === 'x-request-id' ? 'Fivestep’s own' : name}
              </dt>
              <dd className="text-xs break-all">
                <Code>{value}</Code>
              </dd>
            </div>
            <CopyButton value={value} label={`Copy ${name}`} />
          </div>
        ))}
      </dl>
    </section>
  )
}
