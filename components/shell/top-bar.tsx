import { ExternalLink, GraduationCap, LifeBuoy, Radar } from 'lucide-react'
import Link from 'next/link'
import { CommandPalette } from '@/components/shell/command-palette'
import { Logo, LogoMark } from '@/components/shell/logo'
import { NavLink } from '@/components/shell/nav-link'
import { paths } from '@/components/shell/paths'
import type { Theme } from '@/components/shell/theme'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { UserMenu } from '@/components/shell/user-menu'

type Props = Readonly<{
  person: Readonly<{ name: string; email: string }>
  theme: Theme
  practiceEnabled: boolean
}>

const linkLook =
  'inline-flex h-14 items-center gap-2 border-b-2 border-transparent px-1 text-sm font-medium -outline-offset-2 transition-colors aria-[current]:border-accent'

/** The bar at the top of every page of the console. */
export function TopBar({ person, theme, practiceEnabled }: Props) {
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface">
      <div className="flex h-14 items-center gap-4 px-4 sm:gap-6 sm:px-6">
        <Link
          href={paths.connections()}
          aria-label="Fivestep, all connections"
          className="flex items-center rounded-sm text-ink"
        >
          <span className="hidden sm:flex">
            <Logo />
          </span>
          <span className="sm:hidden">
            <LogoMark />
          </span>
        </Link>
        <nav aria-label="Main" className="-mb-px flex min-w-0 flex-1 items-center gap-2 sm:gap-6">
          <NavLink href={paths.dashboard()} className={linkLook}>
            <Radar aria-hidden="true" className="size-5 sm:hidden" />
            <span className="max-sm:sr-only">Dashboard</span>
          </NavLink>
          <NavLink href={paths.connections()} className={linkLook}>
            Connections
          </NavLink>
          <NavLink href={paths.troubleshooting()} className={linkLook}>
            <LifeBuoy aria-hidden="true" className="size-5 sm:hidden" />
            <span className="max-sm:sr-only">Troubleshooting</span>
          </NavLink>
          {practiceEnabled ? (
            <a
              href={paths.practice()}
              target="_blank"
              rel="noreferrer"
              className={`${linkLook} text-muted hover:text-ink`}
            >
              <GraduationCap aria-hidden="true" className="size-5 sm:size-4" />
              <span className="max-sm:sr-only">Practice portal</span>
              <ExternalLink aria-hidden="true" className="size-3.5 text-faint max-sm:hidden" />
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
          ) : null}
        </nav>
        <div className="flex items-center gap-1">
          <CommandPalette />
          <ThemeSwitch initial={theme} />
          <UserMenu name={person.name} email={person.email} />
        </div>
      </div>
    </header>
  )
}
