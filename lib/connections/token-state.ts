import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { lockConnection } from '@/lib/connections/lock-connection'
import { requireActor } from '@/lib/connections/require-actor'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/database'
import { tokenStates } from '@/lib/db/schema'
import { Failure } from '@/lib/diagnosis/failure'
import type { Context } from '@/lib/log/context'

/** What is known of a connection's newest token; never the token itself. */
export type TokenState = Readonly<{
  mintedAt: Date | null
  expiresAt: Date | null
  claims: Record<string, unknown> | null
  mints: number
  lastFailure: Failure | null
}>

type Mint = Readonly<{ mintedAt: Date; expiresAt: Date; claims: Record<string, unknown> }>

/** A mint that went well, or one that did not. */
export type TokenEvent = Mint | Readonly<{ failure: Failure }>

const Claims = z.record(z.string(), z.unknown()).nullable()

/**
 * Keeps the outcome of a mint. A failure leaves the former token's state beside it.
 *
 * @throws {ConnectionError} `not_found` when the connection was deleted meanwhile
 */
export async function saveTokenState(
  ctx: Context,
  connectionId: string,
  event: TokenEvent,
): Promise<void> {
  requireActor(ctx)
  await database().orm.transaction(async (tx) => {
    await lockConnection(tx, connectionId)
    if ('failure' in event) await saveFailure(tx, connectionId, event.failure)
    else await saveMint(tx, connectionId, event)
  })
}

async function saveMint(tx: Transaction, connectionId: string, mint: Mint): Promise<void> {
  const minted = { ...mint, lastFailure: null }
  await tx
    .insert(tokenStates)
    .values({ connectionId, ...minted, mints: 1 })
    .onConflictDoUpdate({
      target: tokenStates.connectionId,
      set: { ...minted, mints: sql`${tokenStates.mints} + 1` },
    })
}

async function saveFailure(
  tx: Transaction,
  connectionId: string,
  lastFailure: Failure,
): Promise<void> {
  await tx
    .insert(tokenStates)
    .values({ connectionId, lastFailure })
    .onConflictDoUpdate({ target: tokenStates.connectionId, set: { lastFailure } })
}

/** The token state of a connection, or undefined when nothing was ever minted. */
export async function readTokenState(
  ctx: Context,
  connectionId: string,
): Promise<TokenState | undefined> {
  requireActor(ctx)
  const [row] = await database()
    .orm.select()
    .from(tokenStates)
    .where(eq(tokenStates.connectionId, connectionId))
  if (!row) return undefined
  return {
    mintedAt: row.mintedAt,
    expiresAt: row.expiresAt,
    claims: Claims.parse(row.claims),
    mints: row.mints,
    lastFailure: Failure.nullable().parse(row.lastFailure),
  }
}
