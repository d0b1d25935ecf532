import type { ReactNode } from 'react'
import { Mark } from '@/components/wizard/illustrations/mark'

type Props = Readonly<{ mark?: number | undefined; primary?: boolean; children: ReactNode }>

/** A button as the drawing shows it; it is a picture, so it cannot be pressed. */
export function MockButton({ mark, primary = false, children }: Props) {
  return (
    <span className="inline-flex items-center gap-2">
      <Mark number={mark} />
      <span
        className={`inline-block rounded px-3 py-1.5 font-medium text-xs ${primary ? 'bg-ink text-bg' : 'border border-line bg-surface text-ink'}`}
      >
        {children}
      </span>
    </span>
  )
}
