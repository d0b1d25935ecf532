'use client'

import { useQuery } from '@tanstack/react-query'
import { catalogOf, entityFactsOf, entitySetDetailOf } from '@/components/data/catalog-queries'
import { useEntityLabels } from '@/components/explorer/use-entity-labels'
import { Badge } from '@/components/ui/badge'
import type { EntityFact } from '@/lib/contract/catalog-facts'

type Props = Readonly<{ connectionId: string; entitySet: string }>

/** What sets an entity set apart: what the environment lists it as, and what its catalog says. */
export function EntityFacts({ connectionId, entitySet }: Props) {
  const status = useQuery(catalogOf(connectionId))
  const hash = status.data?.readings[0]?.hash ?? ''
  const query = entitySetDetailOf(connectionId, hash, entitySet)
  const { data } = useQuery({ ...query, enabled: hash !== '' })
  const listed = useQuery(entityFactsOf(connectionId))
  const fact = listed.data?.facts.find(({ name }) => name === entitySet)
  const { texts } = useEntityLabels(connectionId, data)
  if (!data && !fact) return null
  const labelId = data?.labelId ?? fact?.labelId ?? null
  const label = labelId?.startsWith('@') ? texts[labelId] : labelId
  return (
    <>
      {label ? <p className="text-sm text-muted">{label}</p> : null}
      <p className="flex flex-wrap gap-2">
        {fact?.category ? <Badge>{fact.category}</Badge> : null}
        {data?.isSingleton ? <Badge>singleton</Badge> : null}
        {data?.isReadOnly || fact?.isReadOnly ? <Badge tone="warning">read-only</Badge> : null}
        {data ? <Companies keyParts={data.key} /> : null}
        {fact ? <DataManagement fact={fact} /> : null}
        {fact?.tags.map((tag) => (
          <Badge key={tag}>#{tag}</Badge>
        ))}
      </p>
    </>
  )
}

function Companies({ keyParts }: Readonly<{ keyParts: readonly string[] }>) {
  const isPerCompany = keyParts.some((part) => part.toLowerCase() === 'dataareaid')
  return isPerCompany ? <Badge tone="info">per company</Badge> : <Badge>in no company</Badge>
}

/** Whether packages, by way of a staging table, can carry it; volume goes that way. */
function DataManagement({ fact }: Readonly<{ fact: EntityFact }>) {
  const { isDataManagement: isOpen, dataEntity, name } = fact
  if (isOpen === null) return null
  const words = isOpen
    ? `Data packages carry it by its staging table, as ${dataEntity ?? name}.`
    : 'It has no staging table: data packages do not carry it.'
  return (
    <span title={words}>
      <Badge>{isOpen ? 'staging' : 'no staging'}</Badge>
    </span>
  )
}
