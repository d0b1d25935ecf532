import { z } from 'zod'
import { Timestamp } from '@/lib/contract/ids'

/** One row of the service document. */
export const EntitySet = z.object({ name: z.string(), url: z.string() })
export type EntitySet = z.infer<typeof EntitySet>

/** `GET /api/connections/{id}/entity-sets?refresh=true` */
export const EntitySetList = z.object({
  entitySets: z.array(EntitySet),
  readAt: Timestamp,
})
export type EntitySetList = z.infer<typeof EntitySetList>

/** One page of rows, as F&O answers it; values stay as they came. */
export const EntityPage = z.object({
  '@odata.context': z.string().optional(),
  '@odata.count': z.number().optional(),
  '@odata.nextLink': z.string().optional(),
  value: z.array(z.record(z.string(), z.unknown())),
})
export type EntityPage = z.infer<typeof EntityPage>
