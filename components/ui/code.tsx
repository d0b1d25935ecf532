import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { cx } from '@/components/ui/cx'

/** A word of code inside a sentence. */
export function Code({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <code className="rounded-sm border border-line bg-sunken px-1 py-px font-mono text-[0.875em] break-words">
      {children}
    </code>
  )
}

type BlockProps = Readonly<{
  value: string
  /** What it is, for the copy button: "cURL command". */
  label: string
  /** The same text, with its parts marked. */
  children?: ReactNode
  className?: string
}>

/** Lines of code, kept as they are, with a copy button. Long lines scroll inside it. */
export function CodeBlock({ value, label, children, className }: BlockProps) {
  return (
    <div className={cx('relative min-w-0 rounded-md border border-line bg-sunken', className)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section aria-label={label} tabIndex={0} className="max-h-[32rem] overflow-auto">
        <pre className="w-max min-w-full p-4 pr-14 font-mono text-sm leading-6">
          {children ?? value}
        </pre>
      </section>
      <span className="absolute top-2 right-2 rounded-md bg-sunken">
        <CopyButton value={value} label={`Copy ${label}`} />
      </span>
    </div>
  )
}
