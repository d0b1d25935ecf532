import { Minus, PencilLine, Plus, TriangleAlert } from 'lucide-react'
import { factWords, kindWord, shortName } from '@/components/explorer/drift-words'
import { Badge } from '@/components/ui/badge'
import { cx } from '@/components/ui/cx'
import type { DriftChange, DriftVerb } from '@/lib/odata/drift/drift'

const looks: Readonly<Record<DriftVerb, { icon: typeof Plus; ink: string; word: string }>> = {
  added: { icon: Plus, ink: 'text-success', word: 'Added' },
  removed: { icon: Minus, ink: 'text-danger', word: 'Removed' },
  changed: { icon: PencilLine, ink: 'text-info', word: 'Changed' },
}

/** One difference: what it is, and what it was before. */
export function DriftChangeRow({ change }: Readonly<{ change: DriftChange }>) {
  const { kind, verb, owner, name, facts, isBreaking } = change
  const { icon: Icon, ink, word } = looks[verb]
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)] items-baseline gap-x-3 px-4 py-1.5 text-sm sm:px-6 @2xl:grid-cols-[6rem_minmax(0,2fr)_minmax(0,3fr)_6rem]">
      <span className={cx('inline-flex items-center gap-1.5 font-medium', ink)}>
        <Icon aria-hidden="true" className="size-3.5" />
        {word}
      </span>
      <span className="min-w-0">
        <span className="text-muted">{kindWord(kind)}</span>{' '}
        {name === owner ? null : (
          <span className="font-mono text-[0.9em] break-all">{shortName(name)}</span>
        )}
      </span>
      <span className="min-w-0 max-@2xl:col-start-2">
        {facts.map((fact, index) => (
          <span key={fact.fact}>
            {index > 0 ? <span className="text-faint"> · </span> : null}
            <span
              className={cx(
                'break-words',
                fact.isBreaking && verb !== 'removed' && 'font-medium text-danger',
              )}
            >
              {factWords(fact)}
            </span>
          </span>
        ))}
      </span>
      {isBreaking ? (
        <span className="max-@2xl:col-start-2 max-@2xl:pt-1 @2xl:text-right">
          <Badge tone="danger">
            <TriangleAlert aria-hidden="true" />
            Breaking
          </Badge>
        </span>
      ) : null}
    </div>
  )
}
