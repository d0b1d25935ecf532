import { shortName } from '@/components/explorer/field-words'
import { constraintWords } from '@/components/explorer/neighbours'
import { TextLink } from '@/components/ui/text-link'
import type { CatalogRelation } from '@/lib/contract/catalog'

type Props = Readonly<{
  relations: readonly CatalogRelation[]
  hrefOf: (set: string) => string
}>

/** Every relation of an entity in words. */
export function RelationList({ relations, hrefOf }: Props) {
  return (
    <ul
      aria-label="Relations"
      className="divide-y divide-line rounded-md border border-line bg-surface text-sm"
    >
      {relations.map((relation) => (
        <li
          key={relation.name}
          className="grid gap-x-4 gap-y-0.5 px-4 py-2 @xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        >
          <span className="min-w-0">
            <span className="font-medium break-words">{relation.name}</span>
            <span className="block text-muted">
              {relation.isCollection ? 'many ' : 'one '}
              {relation.targetSet === null ? (
                `${shortName(relation.targetType)}, in no entity set`
              ) : (
                <TextLink href={hrefOf(relation.targetSet)} prefetch={false}>
                  {relation.targetSet}
                </TextLink>
              )}
            </span>
          </span>
          <span className="min-w-0 text-muted">
            {relation.on.length > 0
              ? constraintWords(relation.on).map((words) => (
                  <span key={words} className="block font-mono text-xs break-words">
                    {words}
                  </span>
                ))
              : 'by what the metadata does not say'}
          </span>
        </li>
      ))}
    </ul>
  )
}
