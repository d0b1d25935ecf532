import { entitySetDetail } from '@/lib/catalog/entity-set-detail'
import type { CatalogField } from '@/lib/contract/catalog'
import type { Context } from '@/lib/log/context'

/** What the catalog says of the fields behind a path; undefined where it does not know it. */
export async function catalogFields(
  ctx: Context,
  connectionId: string,
  path: string,
): Promise<readonly CatalogField[] | undefined> {
  const name = entitySetOf(path)
  if (name === undefined) return undefined
  try {
    return (await entitySetDetail(ctx, connectionId, name)).fields
  } catch (error) {
    // By name, since the class may have been loaded once more in another bundle.
    if (error instanceof Error && error.name === 'CatalogError') return undefined
    throw error
  }
}

/** The entity set that a path reads as a whole; a way on from a row leads to another one. */
export function entitySetOf(path: string): string | undefined {
  return /^\w{1,200}$/.test(path) ? path : undefined
}
