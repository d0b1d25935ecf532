'use client'

import { Collapsible } from '@base-ui/react/collapsible'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '@/components/ui/cx'

type Props = Readonly<{
  summary: ReactNode
  defaultOpen?: boolean
  /** Draws what is folded only once it is open: for a lot of it, which nobody searches for. */
  lazy?: boolean
  className?: string
  children: ReactNode
}>

/** Details one press away. What is folded stays findable by the browser's own search. */
export function Disclosure({
  summary,
  defaultOpen = false,
  lazy = false,
  className,
  children,
}: Props) {
  return (
    <Collapsible.Root defaultOpen={defaultOpen} className={cx('min-w-0', className)}>
      <Collapsible.Trigger className="group flex w-full items-center gap-1.5 rounded-sm py-1 text-left text-sm font-medium text-muted hover:text-ink">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 transition-transform group-data-[panel-open]:rotate-90"
        />
        {summary}
      </Collapsible.Trigger>
      <Collapsible.Panel hiddenUntilFound={!lazy} className="min-w-0 pt-2">
        {children}
      </Collapsible.Panel>
    </Collapsible.Root>
  )
}
