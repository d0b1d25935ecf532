import { z } from 'zod'
import { ConnectionId, Timestamp } from '@/lib/contract/ids'
import { Drift } from '@/lib/odata/drift/drift'

/** What a catalog is compared with: another connection, or an earlier reading by its hash. */
export const DriftWith = z.union([
  ConnectionId,
  z.string().regex(/^[0-9a-f]{64}$/, 'neither a connection nor the hash of a reading'),
])
export type DriftWith = z.infer<typeof DriftWith>

/** One of the two catalogs. */
export const DriftSide = z.object({
  connectionId: ConnectionId,
  /** Name of the connection. */
  name: z.string(),
  hash: z.string(),
  /** When its environment was last found to have it. */
  readAt: Timestamp,
})
export type DriftSide = z.infer<typeof DriftSide>

/**
 * `GET /api/connections/{id}/catalog/drift?with=<connection or reading>`: what is different in
 * this connection's present catalog (`after`) beside the other one (`before`); `turned=true`
 * exchanges the two.
 */
export const CatalogDrift = Drift.extend({ before: DriftSide, after: DriftSide })
export type CatalogDrift = z.infer<typeof CatalogDrift>
