import type { ReactNode } from 'react'
import { FiveSteps } from '@/components/access/five-steps'
import { Logo } from '@/components/shell/logo'

export default function AccessLayout({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <main
        id="main"
        tabIndex={-1}
        className="flex flex-col bg-surface px-4 py-6 outline-none sm:px-10 sm:py-8"
      >
        <Logo />
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col gap-6 py-12 lg:justify-center">
          {children}
        </div>
      </main>
      <aside
        aria-label="What Fivestep does"
        className="hidden place-items-center border-l border-line px-10 lg:grid"
      >
        <FiveSteps />
      </aside>
    </div>
  )
}
