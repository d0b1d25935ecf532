import { and, eq } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { visible } from '@/lib/access/authorize'
import { requireActor } from '@/lib/connections/require-actor'
import { toConnection } from '@/lib/connections/to-connection'
import type { Connection } from '@/lib/contract/connection'
import { readJsonRows } from '@/lib/db/json-rows'
import { connections, credentials, stepStates, tokenStates } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** The connections that the actor may see, by name. */
export async function listConnections(ctx: Context): Promise<Connection[]> {
  requireActor(ctx)
  const all = await readConnections()
  const byName = all.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
  return visible(ctx, byName)
}

/** The connection `id`, or undefined. */
export async function getConnection(id: string): Promise<Connection | undefined> {
  const [connection] = await readConnections(id)
  return connection
}

/** One of them, or all. */
async function readConnections(id?: string): Promise<Connection[]> {
  const only = (column: AnyPgColumn) => (id === undefined ? undefined : eq(column, id))
  const rows = await readJsonRows({
    connections: { table: connections, where: only(connections.id) },
    credentials: {
      table: credentials,
      where: and(only(credentials.connectionId), eq(credentials.state, 'active')),
      without: ['sealed'],
    },
    steps: { table: stepStates, where: only(stepStates.connectionId) },
    tokens: {
      table: tokenStates,
      where: only(tokenStates.connectionId),
      without: ['claims', 'lastFailure'],
    },
  })
  const credentialOf = groupBy(rows.credentials, ({ connectionId }) => connectionId)
  const stepsOf = groupBy(rows.steps, ({ connectionId }) => connectionId)
  const tokenOf = groupBy(rows.tokens, ({ connectionId }) => connectionId)
  return rows.connections.map((connection) =>
    toConnection({
      connection,
      credential: credentialOf.get(connection.id)?.[0],
      steps: stepsOf.get(connection.id) ?? [],
      token: tokenOf.get(connection.id)?.[0],
    }),
  )
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
