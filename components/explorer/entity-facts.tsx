'use client'

import { useQuery } from '@tanstack/react-query'
import { catalogOf, entitySetDetailOf } from '@/components/data/catalog-queries'
import { Badge } from '@/components/ui/badge'

type Props = Readonly<{ connectionId: string; entitySet: string }>

/** What sets an entity set apart, once its catalog is there. */
export function EntityFacts({ connectionId, entitySet }: Props) {
  const status = useQuery(catalogOf(connectionId))
  const hash = status.data?.readings[0]?.hash ?? ''
  const query = entitySetDetailOf(connectionId, hash, entitySet)
  const { data } = useQuery({ ...query, enabled: hash !== '' })
  if (!data) return null
  const isPerCompany = data.key.some((part) => part.toLowerCase() === 'dataareaid')
  return (
    <p className="flex flex-wrap gap-2">
      {data.isSingleton ? <Badge>singleton</Badge> : null}
      {data.isReadOnly ? <Badge tone="warning">read-only</Badge> : null}
      {isPerCompany ? <Badge tone="info">per company</Badge> : <Badge>in no company</Badge>}
    </p>
  )
}
