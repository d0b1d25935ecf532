'use client'

import { Popover as BasePopover } from '@base-ui/react/popover'
import type { ReactNode } from 'react'

type Props = Readonly<{
  /** What the button shows. */
  trigger: ReactNode
  triggerClassName?: string
  title: string
  children: ReactNode
}>

/** Details beside what they belong to; Escape and a press elsewhere close them. */
export function Popover({ trigger, triggerClassName, title, children }: Props) {
  return (
    <BasePopover.Root>
      <BasePopover.Trigger className={triggerClassName}>{trigger}</BasePopover.Trigger>
      <BasePopover.Portal>
        <BasePopover.Positioner align="end" sideOffset={6} className="z-50 outline-none">
          <BasePopover.Popup className="max-h-[var(--available-height)] w-96 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border border-line bg-raised p-4 text-sm shadow-pop outline-none">
            <BasePopover.Title className="mb-2 font-semibold">{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}
