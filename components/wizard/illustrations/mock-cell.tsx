import type { ReactNode } from 'react'
import { Mark } from '@/components/wizard/illustrations/mark'
import { type MockTone, MockValue } from '@/components/wizard/illustrations/mock-value'

type Props = Readonly<{
  head: string
  mark?: number | undefined
  tone?: MockTone
  mono?: boolean
  /** What to make of the value: "take this one", "not this one". */
  note?: string
  children: ReactNode
}>

const noteTones: Readonly<Record<MockTone, string>> = {
  plain: 'text-muted',
  wanted: 'text-accent',
  avoid: 'text-danger',
}

/** One column of a drawn one-row table, with its head above it. */
export function MockCell({ head, mark, tone = 'plain', mono = false, note, children }: Props) {
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <span className="flex min-h-5 items-center gap-2 text-muted text-xs">
        <Mark number={mark} />
        {head}
      </span>
      <MockValue tone={tone} mono={mono}>
        {children}
      </MockValue>
      {note ? <span className={`text-xs ${noteTones[tone]}`}>{note}</span> : null}
    </div>
  )
}
