import type { ReactNode } from 'react'
import { Code } from '@/components/ui/code'
import type { ReadOptions } from '@/lib/odata/query/query'

type Props = Readonly<{ options: ReadOptions; name: string; children: ReactNode }>

/** Its children, or why they wait: an option that stands in the text and cannot be read. */
export function UnlessUnread({ options, name, children }: Props) {
  const unread = options.others.find((other) => other.name === name && other.value !== null)
  if (!unread) return children
  return (
    <p className="text-muted">
      <Code>{name}</Code> cannot be read as it stands in the text. Mend it there, and it can be
      changed here.
    </p>
  )
}
