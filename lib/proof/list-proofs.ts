import {
  type HistoryPage,
  listProofHistory as listKeptHistory,
} from '@/lib/connections/proof-history'
import { listProofs as listKeptProofs } from '@/lib/connections/proofs'
import { requireConnection } from '@/lib/connections/require-connection'
import type { Proof, ProofHistory } from '@/lib/contract/proof'
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

/**
 * A page of the history of a connection, newest first, without the checks.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function listProofHistory(
  ctx: Context,
  connectionId: string,
  page: HistoryPage,
): Promise<ProofHistory> {
  const { id } = await requireConnection(ctx, connectionId)
  return await listKeptHistory(ctx, id, page)
}

/**
 * The newest proof of a connection as a whole; null where there is none.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function getNewestProof(ctx: Context, connectionId: string): Promise<Proof | null> {
  const { id } = await requireConnection(ctx, connectionId)
  const [newest] = await listKeptProofs(ctx, id, 1)
  return newest ?? null
}
