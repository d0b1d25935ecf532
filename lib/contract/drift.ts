import { z } from 'zod'
import { CatalogFileId, ConnectionId, Timestamp } from '@/lib/contract/ids'
import { Drift } from '@/lib/odata/drift/drift'

/** What a catalog is compared with: a connection, a file, or an earlier reading by its hash. */
export const DriftWith = z.union([
  ConnectionId,
  CatalogFileId,
  z.string().regex(/^[0-9a-f]{64}$/, 'no connection, no file and no hash of a reading'),
])
export type DriftWith = z.infer<typeof DriftWith>

/** One of the two catalogs. */
export const DriftSide = z.object({
  /** Of the connection, or of the file. */
  id: z.union([ConnectionId, CatalogFileId]),
  name: z.string(),
  hash: z.string(),
  /** When its environment was last found to have it. */
  readAt: Timestamp,
})
export type DriftSide = z.infer<typeof DriftSide>

/**
 * `GET /api/connections/{id}/catalog/drift?with=<connection, file or reading>`, and below
 * `/api/catalogs/{id}`: what is different in the present catalog of the one (`after`) beside the
 * other (`before`); `turned=true` exchanges the two.
 */
export const CatalogDrift = Drift.extend({ before: DriftSide, after: DriftSide })
export type CatalogDrift = z.infer<typeof CatalogDrift>
