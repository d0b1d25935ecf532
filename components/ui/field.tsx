'use client'

import { Field as BaseField } from '@base-ui/react/field'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  label: ReactNode
  hint?: ReactNode
  /** Why the value will not do; announced, and tied to the control. */
  error?: ReactNode
  /** Small words at the right of the label, such as "optional". */
  aside?: ReactNode
  className?: string
  children: ReactNode
}>

/** A labelled control with its hint and its error: `children` is one control of this folder. */
export function Field({ label, hint, error, aside, className, children }: Props) {
  return (
    <BaseField.Root invalid={Boolean(error)} className={cx('flex flex-col gap-1.5', className)}>
      <span className="flex items-baseline justify-between gap-3">
        <BaseField.Label className="text-sm font-medium">{label}</BaseField.Label>
        {aside ? <span className="text-xs text-faint">{aside}</span> : null}
      </span>
      {children}
      {error ? (
        <BaseField.Error match={true} className="flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden="true" className="mt-[0.1875rem] size-4 shrink-0" />
          <span className="min-w-0">{error}</span>
        </BaseField.Error>
      ) : null}
      {hint ? (
        <BaseField.Description className="text-sm text-muted">{hint}</BaseField.Description>
      ) : null}
    </BaseField.Root>
  )
}
