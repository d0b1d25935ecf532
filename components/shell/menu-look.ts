/** What the menus of the top bar have in common. */
export const menuPopupLook =
  'min-w-52 rounded-md border border-line bg-raised p-1 text-sm shadow-pop outline-none'

export const menuItemLook =
  'flex min-h-9 cursor-default items-center gap-2.5 rounded-sm px-2.5 py-1.5 outline-none select-none data-[highlighted]:bg-accent-soft'

export const topBarButtonLook =
  'inline-flex h-9 min-w-9 items-center justify-center gap-2 rounded-md px-2 text-sm font-medium text-muted transition-colors hover:bg-sunken hover:text-ink data-[popup-open]:bg-sunken data-[popup-open]:text-ink'
