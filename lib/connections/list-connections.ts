import { asc, eq, getTableColumns, inArray } from 'drizzle-orm'
import { visible } from '@/lib/access/authorize'
import { requireActor } from '@/lib/connections/require-actor'
import { toConnection } from '@/lib/connections/to-connection'
import type { Connection } from '@/lib/contract/connection'
import { database } from '@/lib/db/client'
import { connections, credentials, stepStates, tokenStates } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** The connections that the actor may see, by name. */
export async function listConnections(ctx: Context): Promise<Connection[]> {
  requireActor(ctx)
  const rows = await database().orm.select().from(connections).orderBy(asc(connections.name))
  return withParts(await visible(ctx, rows))
}

/** The connection `id`, or undefined. */
export async function getConnection(id: string): Promise<Connection | undefined> {
  const rows = await database().orm.select().from(connections).where(eq(connections.id, id))
  const [connection] = await withParts(rows)
  return connection
}

async function withParts(
  rows: readonly (typeof connections.$inferSelect)[],
): Promise<Connection[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const { sealed: _sealed, ...told } = getTableColumns(credentials)
  const { orm } = database()
  const [credentialRows, stepRows, tokenRows] = await Promise.all([
    orm.select(told).from(credentials).where(inArray(credentials.connectionId, ids)),
    orm.select().from(stepStates).where(inArray(stepStates.connectionId, ids)),
    orm.select().from(tokenStates).where(inArray(tokenStates.connectionId, ids)),
  ])
  return rows.map((connection) =>
    toConnection({
      connection,
      credential: credentialRows.find(
        (row) => row.connectionId === connection.id && row.state === 'active',
      ),
      steps: stepRows.filter((row) => row.connectionId === connection.id),
      token: tokenRows.find((row) => row.connectionId === connection.id),
    }),
  )
}
