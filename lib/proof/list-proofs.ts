import { listProofs as listKeptProofs } from '@/lib/connections/proofs'
import { requireConnection } from '@/lib/connections/require-connection'
import type { Proof } from '@/lib/contract/proof'
import type { Context } from '@/lib/log/context'

const proofsMax = 20

/**
 * The newest proofs of a connection, newest first, at most 20.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function listProofs(ctx: Context, connectionId: string): Promise<Proof[]> {
  const { id } = await requireConnection(ctx, connectionId)
  return await listKeptProofs(ctx, id, proofsMax)
}
