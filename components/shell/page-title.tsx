import type { ReactNode } from 'react'

type Props = Readonly<{
  title: ReactNode
  /** A line under the title. */
  children?: ReactNode
  actions?: ReactNode
}>

/** What the page is about, and what can be done with it. */
export function PageTitle({ title, children, actions }: Props) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="min-w-0">
        <h1 className="text-2xl font-semibold break-words">{title}</h1>
        {children ? <div className="mt-1 text-muted">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  )
}
