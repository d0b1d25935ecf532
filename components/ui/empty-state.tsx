import type { ReactNode } from 'react'

type Props = Readonly<{
  icon?: ReactNode
  title: string
  children?: ReactNode
  /** Level of the title in the page's outline. */
  level?: 1 | 2
  /** What to do about it: buttons or links. */
  action?: ReactNode
}>

/** Stands where nothing is yet: says what would be here, and how it gets here. */
export function EmptyState({ icon, title, level = 2, children, action }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="flex flex-col items-center gap-3 rounded-lg border border-dashed border-line-strong/60 px-6 py-14 text-center">
      {icon ? (
        <span aria-hidden="true" className="text-faint [&_svg]:size-8">
          {icon}
        </span>
      ) : null}
      <Heading className="text-lg font-semibold">{title}</Heading>
      {children ? <div className="max-w-prose text-muted">{children}</div> : null}
      {action ? (
        <div className="mt-3 flex flex-wrap items-center justify-center gap-3">{action}</div>
      ) : null}
    </div>
  )
}
