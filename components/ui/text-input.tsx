'use client'

import { Input } from '@base-ui/react/input'
import type { ComponentProps } from 'react'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'

type Props = Readonly<
  Omit<ComponentProps<'input'>, 'defaultValue' | 'ref' | 'className' | 'style'> & {
    defaultValue?: string
    /** The new text, without the event around it. */
    onValueChange?: (value: string) => void
    /** Ids, URLs and code read better in equal widths; spelling help is turned off with it. */
    mono?: boolean
    className?: string
  }
>

/** One line of text. Inside a `Field` it is labelled and described by it. */
export function TextInput({ mono = false, className, onValueChange, ...rest }: Props) {
  return (
    <Input
      {...(mono ? { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off' } : {})}
      {...rest}
      {...(onValueChange ? { onValueChange: (value: string) => onValueChange(value) } : {})}
      className={cx(controlLook, mono && 'font-mono text-sm leading-6', className)}
    />
  )
}
