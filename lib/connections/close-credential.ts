import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { ConnectionError } from '@/lib/connections/errors'
import { type CredentialKind, FederatedSource } from '@/lib/contract/connection'
import { database } from '@/lib/db/client'
import { credentials } from '@/lib/db/schema'
import type { ClosedCredential } from '@/lib/entra/credential'
import { readAssertion } from '@/lib/entra/read-assertion'
import { credentialBinding } from '@/lib/vault/credential-binding'
import { vault } from '@/lib/vault/vault'

const CertificateValue = z.object({ certificate: z.string(), privateKey: z.string() })

/** The credential `id` of a connection, with its value still in the vault. */
export function closeCredential(
  connectionId: string,
  { id, kind }: Readonly<{ id: string; kind: CredentialKind }>,
): ClosedCredential {
  const value = () => openValue(connectionId, id)
  switch (kind) {
    case 'secret':
      return { id, kind, secret: value }
    case 'certificate':
      return {
        id,
        kind,
        certificate: async () => CertificateValue.parse(JSON.parse(await value())),
      }
    case 'federated':
      return {
        id,
        kind,
        assertion: async () => readAssertion(FederatedSource.parse(await value())),
      }
  }
}

async function openValue(connectionId: string, credentialId: string): Promise<string> {
  const [row] = await database()
    .orm.select({ sealed: credentials.sealed })
    .from(credentials)
    .where(and(eq(credentials.id, credentialId), eq(credentials.connectionId, connectionId)))
  if (!row) throw new ConnectionError('conflict', 'The credential was removed meanwhile.')
  return vault().unseal(credentialBinding(connectionId, credentialId), row.sealed)
}
