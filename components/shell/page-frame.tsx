import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  /** `wide` uses the whole screen, for grids; otherwise lines stay short enough to read. */
  wide?: boolean
  className?: string
  children: ReactNode
}>

/** The space between the top bar and the content, the same on every page. */
export function PageFrame({ wide = false, className, children }: Props) {
  return (
    <div
      className={cx(
        'mx-auto w-full px-4 py-8 sm:px-6 lg:py-10',
        wide ? 'max-w-none' : 'max-w-[76rem]',
        className,
      )}
    >
      {children}
    </div>
  )
}
