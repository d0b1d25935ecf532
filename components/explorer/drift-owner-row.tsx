import type { DriftRow } from '@/components/explorer/drift-rows'
import { ownerWord } from '@/components/explorer/drift-words'
import { paths } from '@/components/shell/paths'
import { Badge } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/text-link'
import type { CatalogDrift } from '@/lib/contract/drift'

type Props = Readonly<{
  connectionId: string
  drift: CatalogDrift
  row: Extract<DriftRow, { type: 'owner' }>
}>

/** An entity set, an enum or a type, above what is different in it. */
export function DriftOwnerRow({ connectionId, drift, row }: Props) {
  const { change, count } = row
  const name = ownerWord(change)
  return (
    <div className="flex items-center gap-2 border-y border-line bg-sunken px-4 py-1.5 text-sm sm:px-6">
      <h2 className="min-w-0 truncate font-semibold" title={change.owner}>
        {isHere(connectionId, drift, row) ? (
          <TextLink href={paths.explorer(connectionId, change.owner)} prefetch={false}>
            {name}
          </TextLink>
        ) : (
          name
        )}
      </h2>
      {change.isUsed ? <Badge tone="info">Used</Badge> : null}
      <span className="ml-auto shrink-0 text-xs text-muted tabular-nums">
        {count.toLocaleString('en')} {count === 1 ? 'difference' : 'differences'}
      </span>
    </div>
  )
}

/** Whether it is an entity set that this connection has now, so that it can be opened. */
function isHere(
  connectionId: string,
  { before, after }: CatalogDrift,
  { change }: Extract<DriftRow, { type: 'owner' }>,
): boolean {
  const { kind, verb, owner } = change
  const isSet = owner !== '' && !owner.includes('.')
  if (!isSet) return false
  if (kind !== 'entity-set' || verb === 'changed') return true
  // One connection with itself: the later reading is the present one unless they are turned.
  const present = after.id === connectionId ? after : before
  return verb === (present === after ? 'added' : 'removed')
}
