import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { type Tone, toneLook } from '@/components/ui/tone'

type Props = Readonly<{ tone?: Tone; className?: string; children: ReactNode }>

/** A word or two about the thing beside it. */
export function Badge({ tone = 'neutral', className, children }: Props) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-sm px-2 py-0.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3.5',
        toneLook[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
