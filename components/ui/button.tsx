import type { ComponentProps, MouseEvent } from 'react'
import { type ButtonSize, type ButtonVariant, buttonLook } from '@/components/ui/button-look'
import { cx } from '@/components/ui/cx'
import { Spinner } from '@/components/ui/spinner'

type Props = Readonly<
  Omit<ComponentProps<'button'>, 'type'> & {
    type?: 'button' | 'submit'
    variant?: ButtonVariant
    size?: ButtonSize
    /** Shows that its work runs and ignores presses; the width stays, and so does the focus. */
    busy?: boolean
  }
>

const ignore = (event: MouseEvent<HTMLButtonElement>) => event.preventDefault()

/** A button. `busy` keeps it focusable, so that a keyboard user does not lose their place. */
export function Button({
  variant = 'secondary',
  size = 'md',
  busy = false,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? ignore : onClick}
      className={cx(buttonLook(variant, size), className)}
    >
      <span className={cx('inline-flex items-center gap-[inherit]', busy && 'opacity-0')}>
        {children}
      </span>
      {busy ? (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      ) : null}
    </button>
  )
}
