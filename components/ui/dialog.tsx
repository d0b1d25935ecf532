'use client'

import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  /** `lg` for what is read rather than answered. */
  size?: 'md' | 'lg'
  children: ReactNode
}>

/** A question that must be answered before anything else; Escape always leaves it. */
export function Dialog(props: Props) {
  const { open, onOpenChange, title, description, size = 'md', children } = props
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-[#0b1110]/55 transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-4">
          <BaseDialog.Popup
            className={cx(
              'w-full rounded-lg border border-line bg-raised shadow-pop transition-opacity outline-none data-[ending-style]:opacity-0 data-[starting-style]:opacity-0',
              size === 'lg' ? 'max-w-3xl' : 'max-w-lg',
            )}
          >
            <header className="flex items-start justify-between gap-4 px-6 pt-5">
              <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
              <BaseDialog.Close
                aria-label="Close"
                className="-mt-1 -mr-2 grid size-9 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
              >
                <X aria-hidden="true" className="size-[1.125rem]" />
              </BaseDialog.Close>
            </header>
            {description ? (
              <BaseDialog.Description render={<div />} className="px-6 pt-1 text-muted">
                {description}
              </BaseDialog.Description>
            ) : null}
            <div className="px-6 pt-4 pb-6">{children}</div>
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
