import type { ReactNode } from 'react'

/** A key to press. */
export function Kbd({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <kbd className="inline-grid min-w-5 place-items-center rounded-sm border border-line-strong/70 bg-surface px-1 font-mono text-xs leading-4.5 text-muted">
      {children}
    </kbd>
  )
}
