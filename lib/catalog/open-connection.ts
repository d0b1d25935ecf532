import { ConnectionError } from '@/lib/connections/errors'
import { requireRecentAccess } from '@/lib/connections/recent-access'
import type { ConnectionAccess } from '@/lib/connections/require-access'
import { tokenKeeper } from '@/lib/connections/token-keeper'
import { type Environment, openEnvironment } from '@/lib/finops/environment'
import type { Context } from '@/lib/log/context'

/** A connection whose environment can be called. */
export type OpenConnection = Readonly<{
  access: ConnectionAccess
  environment: Environment
}>

/**
 * The environment of a connection, with its credential at hand.
 *
 * @throws {ConnectionError} `not_found`; `incomplete` while a step before the token is not done
 */
export async function openConnection(ctx: Context, connectionId: string): Promise<OpenConnection> {
  const access = await requireRecentAccess(ctx, connectionId)
  const { environmentUrl, authorityOrigin, tenantId, clientId, credential, resource } = access
  if (tenantId === null || clientId === null || credential === null) {
    throw new ConnectionError(
      'incomplete',
      'Tenant, client id and secret have to be filled in before anything can be read.',
    )
  }
  const environment = openEnvironment(
    { environmentUrl, authorityOrigin, tenantId, clientId, credential, resource },
    { now: ctx.now, ...tokenKeeper(ctx, connectionId) },
  )
  return { access, environment }
}

/**
 * Asks only whether the environment could be called.
 *
 * @throws {ConnectionError} `not_found`; `incomplete`
 */
export async function requireReadable(ctx: Context, connectionId: string): Promise<void> {
  await openConnection(ctx, connectionId)
}
