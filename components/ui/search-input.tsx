'use client'

import { Search, X } from 'lucide-react'
import type { ComponentProps, KeyboardEvent } from 'react'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'

type Props = Readonly<
  Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'className'> & {
    /** What is searched: the control's name, since no label stands beside it. */
    label: string
    value: string
    onValueChange: (value: string) => void
    onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
    className?: string
  }
>

/** A search that answers as one types; Escape empties it. */
export function SearchInput({ label, value, onValueChange, className, onKeyDown, ...rest }: Props) {
  return (
    <span className={cx('relative block', className)}>
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
      />
      <input
        {...rest}
        type="search"
        aria-label={label}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') onValueChange('')
          onKeyDown?.(event)
        }}
        className={cx(controlLook, 'px-9 [&::-webkit-search-cancel-button]:hidden')}
      />
      {value === '' ? null : (
        <button
          type="button"
          aria-label="Empty the search"
          onClick={() => onValueChange('')}
          className="absolute inset-y-1 right-1 grid w-8 place-items-center rounded-sm text-muted hover:text-ink"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </span>
  )
}
