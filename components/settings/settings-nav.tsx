import { NavLink } from '@/components/shell/nav-link'
import { paths } from '@/components/shell/paths'
import type { Role } from '@/lib/contract/rights'

const look =
  'inline-flex h-10 items-center border-b-2 border-transparent px-1 text-sm font-medium whitespace-nowrap -outline-offset-2 aria-[current]:border-accent'

const sections = [
  { href: paths.settingsSessions(), title: 'Your sessions', admin: false },
  { href: paths.settingsMembers(), title: 'People', admin: true },
  { href: paths.settingsTokens(), title: 'API tokens', admin: true },
  { href: paths.settingsAudit(), title: 'Audit log', admin: true },
] as const

/** The sections of the settings that the person may open. */
export function SettingsNav({ role }: Readonly<{ role: Role }>) {
  return (
    <nav aria-label="Settings" className="flex gap-6 overflow-x-auto border-b border-line">
      {sections
        .filter(({ admin }) => !admin || role === 'admin')
        .map(({ href, title }) => (
          <NavLink key={href} href={href} className={look}>
            {title}
          </NavLink>
        ))}
    </nav>
  )
}
