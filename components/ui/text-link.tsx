import Link from 'next/link'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  href: string
  external?: boolean
  /** False where many stand together: what is not followed need not be fetched. */
  prefetch?: boolean
  className?: string
  children: ReactNode
}>

/** A link inside text, underlined so that colour is not the only sign of it. */
export function TextLink({ href, external = false, prefetch, className, children }: Props) {
  const look = cx(
    'rounded-sm text-accent underline decoration-accent/40 underline-offset-[0.2em] hover:decoration-current',
    className,
  )
  if (external) {
    return (
      <a href={href} target="_blank" rel="noreferrer" className={look}>
        {children}
        <span className="sr-only"> (opens in a new tab)</span>
      </a>
    )
  }
  return (
    <Link href={href} {...(prefetch === undefined ? {} : { prefetch })} className={look}>
      {children}
    </Link>
  )
}
