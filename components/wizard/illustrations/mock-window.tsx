import type { ReactNode } from 'react'

type Props = Readonly<{
  /** The whole drawing in one sentence, for who cannot see it. */
  label: string
  /** Where in the portal the form stands. */
  crumbs: readonly string[]
  children: ReactNode
}>

/** Frame of a drawn form: neutral, and clearly a drawing. */
export function MockWindow({ label, crumbs, children }: Props) {
  return (
    <figure className="@container min-w-0">
      <div
        role="img"
        aria-label={label}
        className="overflow-hidden rounded-lg border border-line bg-bg text-[13px] text-ink shadow-sm"
      >
        <div className="flex items-center gap-3 border-line border-b bg-raised px-3 py-2">
          <span className="flex gap-1">
            <span className="size-2 rounded-full bg-line" />
            <span className="size-2 rounded-full bg-line" />
            <span className="size-2 rounded-full bg-line" />
          </span>
          <span className="min-w-0 truncate text-muted text-xs">{crumbs.join(' › ')}</span>
        </div>
        <div className="grid gap-4 p-4">{children}</div>
      </div>
    </figure>
  )
}
