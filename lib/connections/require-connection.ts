import { ConnectionError } from '@/lib/connections/errors'
import { getConnection } from '@/lib/connections/list-connections'
import { requireActor } from '@/lib/connections/require-actor'
import type { Connection } from '@/lib/contract/connection'
import type { Context } from '@/lib/log/context'

/** What whoever asks for an unknown connection is told. */
export const noConnection = 'There is no such connection. It may have been deleted.'

/** The connection `id`. @throws {ConnectionError} `not_found` */
export async function requireConnection(ctx: Context, id: string): Promise<Connection> {
  requireActor(ctx)
  const connection = await getConnection(id)
  if (!connection) throw new ConnectionError('not_found', noConnection)
  return connection
}
