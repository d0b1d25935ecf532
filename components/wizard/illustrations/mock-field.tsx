import type { ReactNode } from 'react'
import { Mark } from '@/components/wizard/illustrations/mark'

type Props = Readonly<{
  label: string
  mark?: number | undefined
  required?: boolean
  children: ReactNode
}>

/** A labelled line of a drawn form: beside each other where there is room, stacked where not. */
export function MockField({ label, mark, required = false, children }: Props) {
  return (
    <div className="grid @md:grid-cols-[9.5rem_minmax(0,1fr)] @md:items-start gap-x-4 gap-y-1">
      <span className="flex items-center gap-2 @md:pt-1.5 text-muted text-xs">
        <Mark number={mark} />
        <span>
          {label}
          {required ? <span className="text-danger"> *</span> : null}
        </span>
      </span>
      <div className="min-w-0">{children}</div>
    </div>
  )
}
