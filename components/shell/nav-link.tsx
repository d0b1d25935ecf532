'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  href: string
  /** True where only the page itself counts as being here, not the pages below it. */
  exact?: boolean
  className: string
  children: ReactNode
}>

/** A link that knows whether it leads to where the person is. */
export function NavLink({ href, exact = false, className, children }: Props) {
  const pathname = usePathname()
  const onPage = pathname === href
  const here = onPage || (!exact && pathname.startsWith(`${href}/`))
  return (
    <Link
      href={href}
      {...(here ? { 'aria-current': onPage ? 'page' : 'true' } : {})}
      className={cx(className, here ? 'text-ink' : 'text-muted hover:text-ink')}
    >
      {children}
    </Link>
  )
}
