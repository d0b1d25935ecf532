import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  title?: ReactNode
  /** What stands at the right of the title: a badge, a button. */
  aside?: ReactNode
  /** Level of the title in the page's outline. */
  level?: 2 | 3
  className?: string
  children: ReactNode
}>

/** A panel with one subject. */
export function Card({ title, aside, level = 2, className, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={cx('min-w-0 rounded-lg border border-line bg-surface', className)}>
      {title ? (
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-5 py-3.5">
          <Heading className="text-base font-semibold">{title}</Heading>
          {aside}
        </header>
      ) : null}
      <div className="px-5 py-4">{children}</div>
    </section>
  )
}
