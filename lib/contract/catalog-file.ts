import { z } from 'zod'
import { CatalogCounts } from '@/lib/contract/catalog'
import { CatalogFileId, Timestamp } from '@/lib/contract/ids'

/** A catalog that was opened from a file. */
export const CatalogFile = z.object({
  id: CatalogFileId,
  name: z.string(),
  /** SHA-256 of the $metadata document, in hex. */
  hash: z.string(),
  counts: CatalogCounts,
  addedAt: Timestamp,
})
export type CatalogFile = z.infer<typeof CatalogFile>

/** `GET /api/catalogs`: the newest first. */
export const CatalogFileList = z.object({ files: z.array(CatalogFile) })
export type CatalogFileList = z.infer<typeof CatalogFileList>

/**
 * `POST /api/catalogs?name=`: the body is a $metadata document, as it is, gzipped or in a zip
 * archive; the answer a {@link CatalogFile}.
 */
export const CatalogFileQuery = z.object({ name: z.string().trim().min(1).max(200) })
