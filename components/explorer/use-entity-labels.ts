'use client'

import { useQuery } from '@tanstack/react-query'
import { entityLabelsOf } from '@/components/data/catalog-queries'
import { useLabels } from '@/components/data/use-labels'
import type { EntitySetDetail } from '@/lib/contract/catalog'

const noTexts: Readonly<Record<string, string>> = {}

export type EntityTexts = Readonly<{
  /** By label id; more come while `isReading`. */
  texts: Readonly<Record<string, string>>
  isReading: boolean
}>

/** The labels of an entity, of its fields and of the members of their enums. */
export function useEntityLabels(
  connectionId: string,
  detail: Pick<EntitySetDetail, 'hash' | 'name'> | undefined,
): EntityTexts {
  const { language } = useLabels(connectionId)
  const { hash = '', name = '' } = detail ?? {}
  const { data, isLoading } = useQuery({
    ...entityLabelsOf(connectionId, { hash, name, language }),
    enabled: hash !== '',
  })
  const isReading = isLoading || (data?.missing ?? 0) > 0
  return { texts: data?.texts ?? noTexts, isReading }
}
