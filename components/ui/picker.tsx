'use client'

import { Combobox } from '@base-ui/react/combobox'
import { Check, ChevronDown } from 'lucide-react'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'

export type PickerOption = Readonly<{ value: string; detail?: string }>

type Props = Readonly<{
  /** What is picked: the control's name, since no label stands beside it. */
  label: string
  value: string
  options: readonly PickerOption[]
  onPick: (value: string) => void
  /** Stands where the value would be when there is none. */
  placeholder?: string
  className?: string
}>

const rowsMax = 200

/** One of many, found by typing parts of its words: `cust acc` finds CustomerAccount. */
export function Picker({ label, value, options, onPick, placeholder, className }: Props) {
  const known = options.find((option) => option.value === value)
  return (
    <Combobox.Root
      items={options}
      value={known ?? (value === '' ? null : { value })}
      onValueChange={(option) => option && onPick(option.value)}
      itemToStringLabel={(option: PickerOption) => option.value}
      isItemEqualToValue={(left: PickerOption, right: PickerOption) => left.value === right.value}
      filter={(option, query) => hasWords(option.value, query)}
      limit={rowsMax}
      autoHighlight={true}
    >
      <Combobox.Trigger
        aria-label={label}
        className={cx(controlLook, 'flex items-center justify-between gap-2 text-left', className)}
      >
        <span className={cx('truncate', value === '' && 'text-faint')}>
          {value === '' ? (placeholder ?? label) : value}
        </span>
        <ChevronDown aria-hidden="true" className="size-4 shrink-0 text-muted" />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} className="z-50 outline-none">
          <Combobox.Popup
            aria-label={label}
            className="w-80 max-w-[var(--available-width)] min-w-[var(--anchor-width)] rounded-md border border-line bg-raised shadow-pop"
          >
            <Combobox.Input
              aria-label={`Search: ${label}`}
              placeholder="Type to search"
              className={cx(controlLook, 'rounded-b-none border-0 border-b bg-transparent text-sm')}
            />
            <Combobox.Empty className="text-sm text-muted">
              <p className="px-3 py-3">Nothing is named like that.</p>
            </Combobox.Empty>
            <Combobox.List className="max-h-[min(18rem,calc(var(--available-height)-3rem))] scroll-py-1 overflow-y-auto overscroll-contain py-1 outline-none data-empty:p-0">
              {(option: PickerOption) => (
                <Combobox.Item
                  key={option.value}
                  value={option}
                  className="flex cursor-default items-center gap-2 px-3 py-1.5 text-sm outline-none select-none data-highlighted:bg-accent-soft"
                >
                  <span className="min-w-0 flex-1 break-words">{option.value}</span>
                  {option.detail ? (
                    <span className="shrink-0 text-xs text-muted">{option.detail}</span>
                  ) : null}
                  <Combobox.ItemIndicator>
                    <Check aria-hidden="true" className="size-4 text-accent" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

function hasWords(name: string, query: string): boolean {
  const lower = name.toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word))
}
