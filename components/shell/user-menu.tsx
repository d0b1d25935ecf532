'use client'

import { Menu } from '@base-ui/react/menu'
import { ChevronDown, LogOut, Settings } from 'lucide-react'
import Link from 'next/link'
import { callApi } from '@/components/data/call-api'
import { jsonBody } from '@/components/data/fetch-json'
import { menuItemLook, menuPopupLook, topBarButtonLook } from '@/components/shell/menu-look'
import { paths } from '@/components/shell/paths'

type Props = Readonly<{ name: string; email: string }>

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}

async function signOut() {
  await callApi('/api/auth/sign-out', jsonBody('POST', {})).catch(() => {
    // A session that is gone already cannot be ended; the sign-in page is right either way.
  })
  // A whole new page, so that nothing the session had read stays in memory.
  window.location.assign(paths.signIn())
}

/** Who is signed in, and the way out. */
export function UserMenu({ name, email }: Props) {
  return (
    <Menu.Root>
      <Menu.Trigger className={topBarButtonLook} aria-label={`Account of ${name}`}>
        <span
          aria-hidden="true"
          className="grid size-6 place-items-center rounded-full bg-accent text-[0.6875rem] font-semibold text-accent-ink"
        >
          {initials(name)}
        </span>
        <span aria-hidden="true" className="hidden max-w-40 truncate lg:inline">
          {name}
        </span>
        <ChevronDown aria-hidden="true" className="hidden size-4 sm:inline" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} className="z-40">
          <Menu.Popup className={menuPopupLook}>
            <Menu.Group>
              <Menu.GroupLabel className="border-b border-line px-2.5 pt-1.5 pb-2.5">
                <span className="block font-medium">{name}</span>
                <span className="block max-w-64 truncate text-muted">{email}</span>
              </Menu.GroupLabel>
              <Menu.Item
                render={<Link href={paths.settings()} />}
                className={`${menuItemLook} mt-1`}
              >
                <Settings aria-hidden="true" className="size-4 text-muted" />
                Settings
              </Menu.Item>
              <Menu.Item onClick={signOut} className={menuItemLook}>
                <LogOut aria-hidden="true" className="size-4 text-muted" />
                Sign out
              </Menu.Item>
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
