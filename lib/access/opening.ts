import { eq } from 'drizzle-orm'
import { isProduction } from '@/lib/access/decide'
import { forgetResources, resourceOf } from '@/lib/access/resource-of'
import { recordAudit } from '@/lib/audit/record'
import { type Opening, OpenProductionInput } from '@/lib/contract/opening'
import { database } from '@/lib/db/client'
import { productionOpenings } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** Whether rows can be changed through the connection now, and why it was opened. */
export async function readOpening(ctx: Context, connectionId: string): Promise<Opening> {
  const resource = await resourceOf(connectionId)
  const [row] = await database()
    .orm.select()
    .from(productionOpenings)
    .where(eq(productionOpenings.connectionId, connectionId))
  const open = row && row.openUntil > ctx.now() ? row : undefined
  return {
    isProduction: resource.kind === 'connection' && isProduction(resource.use),
    openUntil: open?.openUntil.toISOString() ?? null,
    reason: open?.reason ?? null,
  }
}

/** Opens the connection's production for changes; it closes by itself. */
export async function openProduction(
  ctx: Context,
  connectionId: string,
  input: OpenProductionInput,
): Promise<void> {
  const { minutes, reason } = OpenProductionInput.parse(input)
  const now = ctx.now()
  const openUntil = new Date(now.getTime() + minutes * 60_000)
  await database().orm.transaction(async (tx) => {
    const value = { reason, openedAt: now, openUntil }
    await tx
      .insert(productionOpenings)
      .values({ connectionId, ...value })
      .onConflictDoUpdate({ target: productionOpenings.connectionId, set: value })
    const detail = { connectionId, minutes, reason }
    await recordAudit(tx, ctx, { action: 'production.open', subject: connectionId, detail })
  })
  forgetResources()
}

/** Closes it before its time. */
export async function closeProduction(ctx: Context, connectionId: string): Promise<void> {
  await database().orm.transaction(async (tx) => {
    await tx.delete(productionOpenings).where(eq(productionOpenings.connectionId, connectionId))
    const detail = { connectionId }
    await recordAudit(tx, ctx, { action: 'production.close', subject: connectionId, detail })
  })
  forgetResources()
}
