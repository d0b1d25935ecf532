import { eq } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { lockConnection } from '@/lib/connections/lock-connection'
import { forgetAccess } from '@/lib/connections/recent-access'
import { requireActor } from '@/lib/connections/require-actor'
import { database } from '@/lib/db/client'
import { connections } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/**
 * Deletes a connection with its credentials, proofs and states. The app in Entra and its
 * registration in F&O stay as they are.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function deleteConnection(ctx: Context, id: string): Promise<void> {
  requireActor(ctx)
  await database().orm.transaction(async (tx) => {
    const { name, environmentUrl } = await lockConnection(tx, id)
    await tx.delete(connections).where(eq(connections.id, id))
    await recordAudit(tx, ctx, {
      action: 'connection.delete',
      subject: id,
      detail: { name, environmentUrl },
    })
  })
  forgetAccess()
}
