'use client'

import { Wall } from '@/components/dashboard/wall'
import { LogoMark } from '@/components/shell/logo'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { useNow } from '@/components/ui/use-now'

/** The wall alone, for a screen that nobody touches: it refreshes itself, and its clock shows that it lives. */
export function Kiosk() {
  const now = useNow()
  const clock = new Date(now).toISOString().slice(11, 19)
  return (
    <div className="flex flex-col gap-4 px-4 py-4 sm:px-6">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h1 className="flex items-center gap-2.5 font-semibold text-lg">
          <LogoMark />
          Connections
        </h1>
        <p className="flex items-center gap-4 text-muted">
          <time className="font-mono tabular-nums" suppressHydrationWarning={true}>
            {clock} UTC
          </time>
          <ButtonLink href={paths.dashboard()} size="sm" variant="ghost">
            Leave the kiosk
          </ButtonLink>
        </p>
      </header>
      <Wall kiosk={true} />
    </div>
  )
}
