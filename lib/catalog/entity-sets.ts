import { openConnection } from '@/lib/catalog/open-connection'
import { toUpstreamError } from '@/lib/catalog/to-upstream-error'
import { readEntitySets, saveEntitySets } from '@/lib/connections/entity-sets'
import { requireConnection } from '@/lib/connections/require-connection'
import type { EntitySetList } from '@/lib/contract/catalog'
import { listEntitySets as listFromEnvironment } from '@/lib/finops/list-entity-sets'
import type { Context } from '@/lib/log/context'

/**
 * The entity sets of a connection's environment, as they were last read; `refresh` reads them
 * anew, and so does the first call.
 *
 * @throws {ConnectionError} `not_found`, `incomplete`
 * @throws {UpstreamError} when they had to be read and could not
 */
export async function listEntitySets(
  ctx: Context,
  connectionId: string,
  { refresh }: Readonly<{ refresh: boolean }>,
): Promise<EntitySetList> {
  const { id } = await requireConnection(ctx, connectionId)
  const kept = refresh ? undefined : await readEntitySets(ctx, id)
  if (kept) return kept

  const open = await openConnection(ctx, id)
  try {
    const entitySets = await listFromEnvironment(open.environment, { signal: ctx.signal })
    return await saveEntitySets(ctx, id, entitySets)
  } catch (error) {
    throw await toUpstreamError(ctx, open, error)
  }
}
