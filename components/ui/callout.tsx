import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import type { Tone } from '@/components/ui/tone'

const looks: Readonly<Record<Tone, { icon: LucideIcon; box: string; ink: string }>> = {
  neutral: { icon: Info, box: 'border-line bg-sunken', ink: 'text-muted' },
  info: { icon: Info, box: 'border-info/35 bg-info-soft', ink: 'text-info' },
  success: { icon: CircleCheck, box: 'border-success/35 bg-success-soft', ink: 'text-success' },
  warning: { icon: TriangleAlert, box: 'border-warning/35 bg-warning-soft', ink: 'text-warning' },
  danger: { icon: CircleAlert, box: 'border-danger/35 bg-danger-soft', ink: 'text-danger' },
}

type Props = Readonly<{
  tone?: Tone
  title?: ReactNode
  /** Set where it appears in answer to an act, so that it is read aloud. */
  live?: boolean
  className?: string
  children?: ReactNode
}>

/** A remark that stands out from the text around it. */
export function Callout({ tone = 'info', title, live = false, className, children }: Props) {
  const look = looks[tone]
  const Icon = look.icon
  const role = tone === 'danger' ? 'alert' : 'status'
  return (
    <div
      {...(live ? { role } : {})}
      className={cx('flex gap-3 rounded-md border px-4 py-3', look.box, className)}
    >
      <Icon aria-hidden="true" className={cx('mt-0.5 size-5 shrink-0', look.ink)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="min-w-0 text-ink">{children}</div> : null}
      </div>
    </div>
  )
}
