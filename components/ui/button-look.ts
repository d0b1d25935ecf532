import { cx } from '@/components/ui/cx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md'

const variants: Readonly<Record<ButtonVariant, string>> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  ghost: 'border-transparent bg-transparent text-muted hover:bg-sunken hover:text-ink',
  danger: 'border-transparent bg-danger text-danger-ink hover:opacity-90',
}

const sizes: Readonly<Record<ButtonSize, string>> = {
  sm: 'min-h-8 gap-1.5 px-2.5 text-sm [&_svg]:size-4',
  md: 'min-h-10 gap-2 px-4 text-base [&_svg]:size-[1.125rem]',
}

/** The look that a button and a link that acts like one have in common. */
export function buttonLook(variant: ButtonVariant, size: ButtonSize): string {
  return cx(
    'relative inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap select-none',
    'transition-colors disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:shrink-0',
    variants[variant],
    sizes[size],
  )
}
