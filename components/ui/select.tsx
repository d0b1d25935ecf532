'use client'

import { Field } from '@base-ui/react/field'
import { ChevronDown } from 'lucide-react'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  value: string
  onValueChange: (value: string) => void
  options: readonly Readonly<{ value: string; label: string }>[]
  name?: string
  disabled?: boolean
  className?: string
}>

/** One of a few. The browser's own list: it works with every keyboard, reader and thumb. */
export function Select({ options, value, onValueChange, className, ...rest }: Props) {
  return (
    <span className={cx('relative block', className)}>
      <Field.Control
        {...rest}
        value={value}
        onValueChange={(next) => onValueChange(next)}
        className={cx(controlLook, 'appearance-none pr-9')}
        render={(props) => (
          <select {...(props as React.ComponentProps<'select'>)}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )}
      />
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  )
}
