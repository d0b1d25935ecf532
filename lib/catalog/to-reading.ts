import type { CatalogReading as StoredReading } from '@/lib/catalog/store/read-catalog'
import type { CatalogReading } from '@/lib/contract/catalog'

/** A reading as the API tells it. */
export function toReading({ hash, counts, ...at }: StoredReading): CatalogReading {
  return {
    hash,
    counts,
    firstReadAt: at.firstReadAt.toISOString(),
    lastReadAt: at.lastReadAt.toISOString(),
  }
}
