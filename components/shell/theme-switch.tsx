'use client'

import { Menu } from '@base-ui/react/menu'
import { Check, type LucideIcon, Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { menuItemLook, menuPopupLook, topBarButtonLook } from '@/components/shell/menu-look'
import { parseTheme, type Theme, themeCookie, themes } from '@/components/shell/theme'

const looks: Readonly<Record<Theme, { label: string; icon: LucideIcon }>> = {
  system: { label: 'As the device', icon: Monitor },
  light: { label: 'Light', icon: Sun },
  dark: { label: 'Dark', icon: Moon },
}
const yearInSeconds = 31_536_000

function apply(theme: Theme) {
  const root = document.documentElement
  if (theme === 'system') root.removeAttribute('data-theme')
  else root.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API does not exist on plain http
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${yearInSeconds}; samesite=lax`
}

/** Chooses light, dark, or whatever the device says. */
export function ThemeSwitch({ initial }: Readonly<{ initial: Theme }>) {
  const [theme, setTheme] = useState(initial)
  const Icon = looks[theme].icon
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={`Theme: ${looks[theme].label.toLowerCase()}`}
        className={topBarButtonLook}
      >
        <Icon aria-hidden="true" className="size-[1.125rem]" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} className="z-40">
          <Menu.Popup className={menuPopupLook}>
            <Menu.RadioGroup
              value={theme}
              onValueChange={(value: unknown) => {
                const next = parseTheme(String(value))
                setTheme(next)
                apply(next)
              }}
            >
              {themes.map((name) => (
                <ThemeItem key={name} name={name} />
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function ThemeItem({ name }: Readonly<{ name: Theme }>) {
  const { icon: Icon, label } = looks[name]
  return (
    <Menu.RadioItem value={name} closeOnClick={true} className={menuItemLook}>
      <Icon aria-hidden="true" className="size-4 text-muted" />
      <span className="flex-1">{label}</span>
      <span className="grid size-4 place-items-center">
        <Menu.RadioItemIndicator>
          <Check aria-hidden="true" className="size-4 text-accent" />
        </Menu.RadioItemIndicator>
      </span>
    </Menu.RadioItem>
  )
}
