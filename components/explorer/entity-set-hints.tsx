import { Building2, Diamond, Lock } from 'lucide-react'
import type { FoundSet } from '@/components/data/found-sets'

const look = 'size-3.5 shrink-0'

/** What sets an entity set apart at a glance; words for whoever cannot see or points at it. */
export function EntitySetHints({ set }: Readonly<{ set: FoundSet }>) {
  if (!set.isPerCompany && !set.isReadOnly && !set.isSingleton && !set.category) return null
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-faint">
      {set.category ? (
        <span title={set.category} className="text-2xs">
          <span aria-hidden="true">{set.category.slice(0, 3)}</span>
          <span className="sr-only">{set.category}</span>
        </span>
      ) : null}
      {set.isSingleton ? (
        <Hint words="singleton">
          <Diamond aria-hidden="true" className={look} />
        </Hint>
      ) : null}
      {set.isReadOnly ? (
        <Hint words="read-only">
          <Lock aria-hidden="true" className={look} />
        </Hint>
      ) : null}
      {set.isPerCompany ? (
        <Hint words="per company">
          <Building2 aria-hidden="true" className={look} />
        </Hint>
      ) : null}
    </span>
  )
}

function Hint({ words, children }: Readonly<{ words: string; children: React.ReactNode }>) {
  return (
    <span title={words}>
      {children}
      <span className="sr-only">{words}</span>
    </span>
  )
}
