import { eq } from 'drizzle-orm'
import { lockConnection } from '@/lib/connections/lock-connection'
import { EntityFactList } from '@/lib/contract/catalog-facts'
import { database } from '@/lib/db/client'
import { entityFacts } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** What was last read of a connection's entities, or undefined. */
export async function readEntityFacts(connectionId: string): Promise<EntityFactList | undefined> {
  const [row] = await database()
    .orm.select()
    .from(entityFacts)
    .where(eq(entityFacts.connectionId, connectionId))
  return row && EntityFactList.parse({ ...row, readAt: row.readAt.toISOString() })
}

/**
 * Keeps what was read, in place of what was known before.
 *
 * @throws {ConnectionError} `not_found` when the connection was deleted meanwhile
 */
export async function saveEntityFacts(
  ctx: Context,
  connectionId: string,
  { facts, refusal, version, language }: EntityFactList,
): Promise<void> {
  const values = { facts, refusal, version, language, readAt: ctx.now() }
  await database().orm.transaction(async (tx) => {
    await lockConnection(tx, connectionId)
    await tx
      .insert(entityFacts)
      .values({ connectionId, ...values })
      .onConflictDoUpdate({ target: entityFacts.connectionId, set: values })
  })
}
