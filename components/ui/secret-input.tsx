'use client'

import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { TextInput } from '@/components/ui/text-input'

type Props = Readonly<Omit<ComponentProps<typeof TextInput>, 'type' | 'mono'>>

/** Text that onlookers should not read; the eye shows it for as long as it stays pressed in. */
export function SecretInput({ className, ...rest }: Props) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <span className="relative block">
      <TextInput
        autoComplete="off"
        data-1p-ignore=""
        {...rest}
        mono={true}
        type={shown ? 'text' : 'password'}
        className={className ? `pr-11 ${className}` : 'pr-11'}
      />
      <button
        type="button"
        aria-pressed={shown}
        aria-label="Show what is typed"
        onClick={() => setShown(!shown)}
        className="absolute inset-y-1 right-1 grid w-9 place-items-center rounded-sm text-muted hover:text-ink"
      >
        <Icon aria-hidden="true" className="size-[1.125rem]" />
      </button>
    </span>
  )
}
