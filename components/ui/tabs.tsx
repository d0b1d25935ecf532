'use client'

import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

type Item = Readonly<{
  value: string
  label: ReactNode
  panel: ReactNode
  /** Keeps what was typed and scrolled to in it while another one is shown. */
  kept?: boolean
}>

type Props = Readonly<{
  /** What the tabs choose between, for a screen reader. */
  label: string
  items: readonly Item[]
  value?: string
  onValueChange?: (value: string) => void
  /** What stands at the right of the tabs. */
  aside?: ReactNode
  className?: string
}>

/** Views of one thing, one at a time; arrow keys walk between them. */
export function Tabs({ label, items, value, onValueChange, aside, className }: Props) {
  const first = items[0]?.value
  return (
    <BaseTabs.Root
      {...(value === undefined ? { defaultValue: first } : { value })}
      {...(onValueChange ? { onValueChange: (next: unknown) => onValueChange(String(next)) } : {})}
      className={cx('flex min-h-0 min-w-0 flex-col', className)}
    >
      <div className="flex shrink-0 flex-wrap-reverse items-end justify-between gap-x-4 border-b border-line sm:px-3">
        <BaseTabs.List
          aria-label={label}
          activateOnFocus={true}
          className="-mb-px flex gap-1 overflow-x-auto"
        >
          {items.map((item) => (
            <BaseTabs.Tab
              key={item.value}
              value={item.value}
              className="border-b-2 border-transparent px-3 py-2 text-sm font-medium whitespace-nowrap text-muted -outline-offset-2 hover:text-ink data-[active]:border-accent data-[active]:text-ink"
            >
              {item.label}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {aside}
      </div>
      {items.map((item) => (
        <BaseTabs.Panel
          key={item.value}
          value={item.value}
          keepMounted={item.kept ?? false}
          className="flex min-h-0 min-w-0 flex-1 flex-col"
        >
          {item.panel}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  )
}
