'use client'

import { Menu } from '@base-ui/react/menu'
import type { ComponentType, ReactNode } from 'react'
import { menuItemLook, menuPopupLook } from '@/components/shell/menu-look'

type Props = Readonly<{
  /**
   * The cell or head that it belongs to, which has the focus again once it is closed; a column that
   * was pinned or hidden is drawn elsewhere, and the grid sees to the focus then.
   */
  anchor: HTMLElement
  title: string
  detail?: ReactNode
  onClose: () => void
  children: ReactNode
}>

/** What can be done to a cell or a column. */
export function GridMenu({ anchor, title, detail, onClose, children }: Props) {
  return (
    <Menu.Root open={true} onOpenChange={(open) => open || onClose()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align="start" sideOffset={2} className="z-50">
          <Menu.Popup
            finalFocus={() => anchor.isConnected && anchor}
            className={`${menuPopupLook} max-h-[var(--available-height)] max-w-[min(26rem,calc(100vw-1rem))] overflow-y-auto`}
          >
            <Menu.Group>
              <Menu.GroupLabel className="border-b border-line px-2.5 pt-1 pb-2">
                <span className="block truncate font-medium">{title}</span>
                {detail ? <span className="block truncate text-muted">{detail}</span> : null}
              </Menu.GroupLabel>
              <div className="pt-1">{children}</div>
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

type ItemProps = Readonly<{
  Icon: ComponentType<{ className?: string; 'aria-hidden'?: 'true' }>
  onClick: () => void
  disabled?: boolean
  /** The key that does the same. */
  keys?: string
  children: ReactNode
}>

export function GridMenuItem({ Icon, onClick, disabled = false, keys, children }: ItemProps) {
  return (
    <Menu.Item
      disabled={disabled}
      onClick={onClick}
      className={`${menuItemLook} data-[disabled]:opacity-55`}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys ? <span className="shrink-0 pl-4 text-xs text-faint max-sm:hidden">{keys}</span> : null}
    </Menu.Item>
  )
}

export function GridMenuRule() {
  return <Menu.Separator className="mx-1 my-1 h-px bg-line" />
}
