import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonLook } from '@/components/ui/button-look'
import { cx } from '@/components/ui/cx'

type Props = Readonly<
  Omit<ComponentProps<typeof Link>, 'href'> & {
    href: string
    variant?: ButtonVariant
    size?: ButtonSize
    /** Opens a tab of its own; words in the link should say where it leads. */
    external?: boolean
  }
>

/** A link that looks like a button: it goes somewhere, a button does something. */
export function ButtonLink({
  variant = 'secondary',
  size = 'md',
  external = false,
  className,
  href,
  children,
  ...rest
}: Props) {
  const look = cx(buttonLook(variant, size), 'no-underline', className)
  if (external) {
    return (
      <a href={href} target="_blank" rel="noreferrer" className={look}>
        {children}
        <span className="sr-only"> (opens in a new tab)</span>
      </a>
    )
  }
  return (
    <Link {...rest} href={href} className={look}>
      {children}
    </Link>
  )
}
