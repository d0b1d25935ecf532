import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { lockConnection } from '@/lib/connections/lock-connection'
import { requireActor } from '@/lib/connections/require-actor'
import { EntitySet, type EntitySetList } from '@/lib/contract/catalog'
import { database } from '@/lib/db/client'
import { entitySets as table } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/**
 * Keeps the entity sets that an environment named, in place of those known before.
 *
 * @throws {ConnectionError} `not_found` when the connection was deleted meanwhile
 */
export async function saveEntitySets(
  ctx: Context,
  connectionId: string,
  entitySets: readonly EntitySet[],
): Promise<EntitySetList> {
  requireActor(ctx)
  const readAt = ctx.now()
  const value = { entitySets, readAt }
  await database().orm.transaction(async (tx) => {
    await lockConnection(tx, connectionId)
    await tx
      .insert(table)
      .values({ connectionId, ...value })
      .onConflictDoUpdate({ target: table.connectionId, set: value })
  })
  return { entitySets: [...entitySets], readAt: readAt.toISOString() }
}

/** The entity sets as they were last read, or undefined. */
export async function readEntitySets(
  ctx: Context,
  connectionId: string,
): Promise<EntitySetList | undefined> {
  requireActor(ctx)
  const [row] = await database()
    .orm.select()
    .from(table)
    .where(eq(table.connectionId, connectionId))
  if (!row) return undefined
  return { entitySets: z.array(EntitySet).parse(row.entitySets), readAt: row.readAt.toISOString() }
}
