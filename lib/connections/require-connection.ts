import { requireVisible } from '@/lib/access/authorize'
import { ConnectionError } from '@/lib/connections/errors'
import { getConnection } from '@/lib/connections/list-connections'
import { requireActor } from '@/lib/connections/require-actor'
import type { Connection } from '@/lib/contract/connection'
import type { Context } from '@/lib/log/context'

/** What whoever asks for an unknown connection is told. */
export const noConnection = 'There is no such connection. It may have been deleted.'

/**
 * The connection `id`, once its actor may see it: some are named in a query, where the door does
 * not look.
 *
 * @throws {ConnectionError} `not_found`
 * @throws {AccessError} `hidden`
 */
export async function requireConnection(ctx: Context, id: string): Promise<Connection> {
  requireActor(ctx)
  await requireVisible(ctx, id)
  const connection = await getConnection(id)
  if (!connection) throw new ConnectionError('not_found', noConnection)
  return connection
}
