import { and, desc, eq } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { ConnectionError } from '@/lib/connections/errors'
import { lockConnection } from '@/lib/connections/lock-connection'
import { pruneProofs } from '@/lib/connections/prune-proofs'
import { requireActor } from '@/lib/connections/require-actor'
import { Proof } from '@/lib/contract/proof'
import { database } from '@/lib/db/client'
import { proofs } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/**
 * Keeps a proof that has ended, with the audit row of the credential's use, and lets go of those
 * that have outlived their use.
 *
 * @see {@link pruneProofs} for how long a proof is kept
 * @throws {ConnectionError} `not_found` when the connection was deleted meanwhile
 */
export async function saveProof(ctx: Context, proof: Proof): Promise<void> {
  requireActor(ctx)
  await database().orm.transaction(async (tx) => {
    await lockConnection(tx, proof.connectionId)
    await tx.insert(proofs).values({
      ...proof,
      startedAt: new Date(proof.startedAt),
      finishedAt: new Date(proof.finishedAt),
    })
    const { connectionId, until, verdict, firstBreak } = proof
    const detail = { connectionId, until, verdict, firstBreak }
    await recordAudit(tx, ctx, { action: 'proof.run', subject: proof.id, detail })
    await pruneProofs(tx, { now: ctx.now(), connectionId })
  })
}

/** The newest `limit` proofs of a connection, newest first. */
export async function listProofs(
  ctx: Context,
  connectionId: string,
  limit: number,
): Promise<Proof[]> {
  requireActor(ctx)
  const rows = await database()
    .orm.select()
    .from(proofs)
    .where(eq(proofs.connectionId, connectionId))
    .orderBy(desc(proofs.finishedAt), desc(proofs.id))
    .limit(limit)
  return rows.map(toProof)
}

/**
 * One kept proof of a connection.
 *
 * @throws {ConnectionError} `not_found`, also where the proof is another connection's
 */
export async function requireProof(
  ctx: Context,
  connectionId: string,
  proofId: string,
): Promise<Proof> {
  requireActor(ctx)
  const [row] = await database()
    .orm.select()
    .from(proofs)
    .where(and(eq(proofs.id, proofId), eq(proofs.connectionId, connectionId)))
  if (!row) throw new ConnectionError('not_found', 'This proof is not kept, or not any more.')
  return toProof(row)
}

function toProof(row: typeof proofs.$inferSelect): Proof {
  const startedAt = row.startedAt.toISOString()
  return Proof.parse({ ...row, startedAt, finishedAt: row.finishedAt.toISOString() })
}
