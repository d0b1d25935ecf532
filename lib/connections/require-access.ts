import { and, eq } from 'drizzle-orm'
import { ConnectionError } from '@/lib/connections/errors'
import { requireConnection } from '@/lib/connections/require-connection'
import { database } from '@/lib/db/client'
import { credentials } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'
import { authorityOrigin } from '@/lib/steps/cloud'
import { credentialBinding } from '@/lib/vault/credential-binding'
import { vault } from '@/lib/vault/vault'

/** What it takes to mint a token for a connection; what is not set up yet is null. */
export type ConnectionAccess = Readonly<{
  connectionId: string
  environmentUrl: string
  authorityOrigin: string
  tenantId: string | null
  clientId: string | null
  /** OAuth resource: the environment's origin. */
  resource: string
  credential: Readonly<{
    id: string
    kind: 'secret'
    expiresOn: string | null
    addedAt: Date
    /** Opens the vault; called at the last moment, so that the value lives as short as can be. */
    secret: () => Promise<string>
  }> | null
}>

/**
 * The way in to a connection's environment.
 *
 * @throws {ConnectionError} `not_found`; `incomplete` when the authority is not known
 */
export async function requireAccess(ctx: Context, id: string): Promise<ConnectionAccess> {
  const connection = await requireConnection(ctx, id)
  const origin = authorityOrigin(connection.cloud, connection.authorityUrl)
  if (!origin)
    throw new ConnectionError('incomplete', 'The authority that mints tokens is not set.')
  const { credential } = connection
  return {
    connectionId: id,
    environmentUrl: connection.environmentUrl,
    authorityOrigin: origin,
    tenantId: connection.tenantId,
    clientId: connection.clientId,
    resource: connection.environmentUrl,
    credential: credential && {
      id: credential.id,
      kind: credential.kind,
      expiresOn: credential.expiresOn,
      addedAt: new Date(credential.addedAt),
      secret: () => openSecret(id, credential.id),
    },
  }
}

async function openSecret(connectionId: string, credentialId: string): Promise<string> {
  const [row] = await database()
    .orm.select({ sealed: credentials.sealed })
    .from(credentials)
    .where(and(eq(credentials.id, credentialId), eq(credentials.connectionId, connectionId)))
  if (!row) throw new ConnectionError('conflict', 'The credential was removed meanwhile.')
  return vault().unseal(credentialBinding(connectionId, credentialId), row.sealed)
}
