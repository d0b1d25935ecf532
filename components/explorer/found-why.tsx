import type { FoundSet } from '@/components/data/found-sets'
import { Marked } from '@/components/ui/marked'

type Why = NonNullable<FoundSet['why']>

/** Why an entity set was found, where its name does not tell. */
export function FoundWhy({ why }: Readonly<{ why: Why }>) {
  return (
    <span className="block truncate text-xs font-normal text-muted">
      {wordsOf(why)} <Marked text={why.text} stretches={why.stretches} />
    </span>
  )
}

function wordsOf({ by, field }: Why): string {
  switch (by) {
    case 'label':
      return 'label'
    case 'field':
      return 'field'
    case 'field-label':
      return `field ${field ?? ''}:`
    case 'enum-member':
      return 'enum value'
  }
}
