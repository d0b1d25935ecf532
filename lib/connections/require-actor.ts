import { ConnectionError } from '@/lib/connections/errors'
import type { Context } from '@/lib/log/context'

/** @throws {ConnectionError} `not_found` for a caller that nobody has identified */
export function requireActor(ctx: Context): void {
  // Whoever is not signed in is told nothing, not even whether a connection exists.
  if (ctx.actor.kind === 'anonymous')
    throw new ConnectionError('not_found', 'There is no such connection.')
}
