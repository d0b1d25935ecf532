import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { closeCredential } from '@/lib/connections/close-credential'
import { ConnectionError } from '@/lib/connections/errors'
import { requireActor } from '@/lib/connections/require-actor'
import { noConnection } from '@/lib/connections/require-connection'
import { CredentialKind } from '@/lib/contract/connection'
import { database } from '@/lib/db/client'
import { connections, credentials } from '@/lib/db/schema'
import type { ClosedCredential } from '@/lib/entra/credential'
import type { Context } from '@/lib/log/context'
import { authorityOrigin, Cloud } from '@/lib/steps/cloud'

/** What it takes to mint a token for a connection; what is not set up yet is null. */
export type ConnectionAccess = Readonly<{
  connectionId: string
  environmentUrl: string
  authorityOrigin: string
  tenantId: string | null
  clientId: string | null
  /** OAuth resource: the environment's origin. */
  resource: string
  credential: (ClosedCredential & Readonly<{ expiresOn: string | null; addedAt: Date }>) | null
}>

const Found = z.object({ cloud: Cloud, kind: CredentialKind.nullable() })

/**
 * The way in to a connection's environment. Asked before every single read, so it is one query.
 *
 * @throws {ConnectionError} `not_found`; `incomplete` when the authority is not known
 */
export async function requireAccess(ctx: Context, id: string): Promise<ConnectionAccess> {
  requireActor(ctx)
  const [row] = await database()
    .orm.select({
      environmentUrl: connections.environmentUrl,
      cloud: connections.cloud,
      authorityUrl: connections.authorityUrl,
      tenantId: connections.tenantId,
      clientId: connections.clientId,
      credentialId: credentials.id,
      kind: credentials.kind,
      expiresOn: credentials.expiresOn,
      addedAt: credentials.addedAt,
    })
    .from(connections)
    .leftJoin(credentials, isActiveOfConnection)
    .where(eq(connections.id, id))
  if (!row) throw new ConnectionError('not_found', noConnection)

  const { environmentUrl, tenantId, clientId, credentialId, expiresOn, addedAt } = row
  const { cloud, kind } = Found.parse(row)
  const origin = authorityOrigin(cloud, row.authorityUrl)
  if (!origin)
    throw new ConnectionError('incomplete', 'The authority that mints tokens is not set.')
  const credential =
    credentialId === null || kind === null || addedAt === null
      ? null
      : { ...closeCredential(id, { id: credentialId, kind }), expiresOn, addedAt }
  return {
    connectionId: id,
    environmentUrl,
    authorityOrigin: origin,
    tenantId,
    clientId,
    resource: environmentUrl,
    credential,
  }
}

const isActiveOfConnection = and(
  eq(credentials.connectionId, connections.id),
  eq(credentials.state, 'active'),
)
