import { and, eq, inArray } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { lockConnection } from '@/lib/connections/lock-connection'
import { prepareCredential } from '@/lib/connections/prepare-credential'
import { forgetAccess } from '@/lib/connections/recent-access'
import { requireConnection } from '@/lib/connections/require-connection'
import type { Connection, PutCredentialInput } from '@/lib/contract/connection'
import { database } from '@/lib/db/client'
import { newId } from '@/lib/db/new-id'
import { credentials, stepStates, tokenStates } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'
import { stepIds } from '@/lib/steps/step'
import { credentialBinding } from '@/lib/vault/credential-binding'
import { vault } from '@/lib/vault/vault'

/** Steps whose verdict rested on the former credential. */
const resting = stepIds.slice(stepIds.indexOf('secret'))

/**
 * Makes `input` the active credential; the former one is retired. The value is sealed before it
 * is stored and is never told again.
 *
 * @throws {ConnectionError} `not_found`
 * @throws {CertificateError} when the certificate cannot serve
 * @throws {VaultError} when the vault is locked
 * @throws {z.ZodError} when the input does not fit its schema
 */
export async function putCredential(
  ctx: Context,
  connectionId: string,
  input: PutCredentialInput,
): Promise<Connection> {
  const { name } = await requireConnection(ctx, connectionId)
  const prepared = await prepareCredential(input, { name, now: ctx.now() })
  const { kind, value, expiresOn, publicPart } = prepared
  const id = newId('cre')
  const sealed = vault().seal(credentialBinding(connectionId, id), value)
  const now = ctx.now()

  await database().orm.transaction(async (tx) => {
    await lockConnection(tx, connectionId)
    await tx
      .update(credentials)
      .set({ state: 'retired', retiredAt: now })
      .where(and(eq(credentials.connectionId, connectionId), eq(credentials.state, 'active')))
    await tx.insert(credentials).values({
      id,
      connectionId,
      kind,
      state: 'active',
      expiresOn,
      publicPart,
      sealed,
      addedAt: now,
    })
    await tx
      .delete(stepStates)
      .where(and(eq(stepStates.connectionId, connectionId), inArray(stepStates.step, resting)))
    await tx.delete(tokenStates).where(eq(tokenStates.connectionId, connectionId))
    await recordAudit(tx, ctx, {
      action: 'credential.put',
      subject: id,
      detail: { connectionId, kind, expiresOn },
    })
  })
  forgetAccess()
  return requireConnection(ctx, connectionId)
}
