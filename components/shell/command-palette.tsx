'use client'

import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { topBarButtonLook } from '@/components/shell/menu-look'
import { PaletteSearch } from '@/components/shell/palette-search'
import { usePaletteKey } from '@/components/shell/use-palette-key'
import { cx } from '@/components/ui/cx'
import { Kbd } from '@/components/ui/kbd'

/** Goes anywhere by a few letters: the button, its key, and the dialog that both open. */
export function CommandPalette() {
  const [isOpen, setIsOpen] = useState(false)
  const modifier = useModifierKey()
  usePaletteKey(useCallback(() => setIsOpen((was) => !was), []))
  return (
    <Dialog.Root open={isOpen} onOpenChange={(next) => setIsOpen(next)}>
      <Dialog.Trigger
        aria-label="Go to"
        aria-keyshortcuts="Control+K Meta+K"
        className={cx(topBarButtonLook, 'lg:border lg:border-line lg:bg-sunken lg:px-2.5')}
      >
        <Search aria-hidden="true" className="size-[1.125rem] lg:size-4" />
        <span aria-hidden="true" className="hidden items-center gap-2 lg:inline-flex">
          Go to
          <Kbd>{modifier} K</Kbd>
        </span>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[#0b1110]/55 transition-opacity data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex justify-center p-4 sm:pt-[12dvh]">
          <Dialog.Popup className="flex max-h-[min(34rem,100%)] w-full max-w-2xl flex-col self-start overflow-hidden rounded-lg border border-line bg-raised shadow-pop outline-none">
            <Dialog.Title className="sr-only">Go to</Dialog.Title>
            <PaletteSearch onDone={() => setIsOpen(false)} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const never = () => () => undefined

/** What the key that goes with the letter is called on this machine. */
function useModifierKey(): string {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  )
}
