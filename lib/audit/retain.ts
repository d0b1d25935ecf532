import { and, desc, isNotNull, lt, lte } from 'drizzle-orm'
import { saveAnchor } from '@/lib/audit/anchor'
import { recordAudit } from '@/lib/audit/record'
import { database } from '@/lib/db/client'
import { auditEntries } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

const dayMs = 86_400_000

/**
 * Removes entries that are older than `days`, notes which hash the rest of the chain follows, and
 * writes down that it did.
 *
 * @returns how many were removed
 */
export async function retainAudit(ctx: Context, days: number): Promise<number> {
  const until = new Date(ctx.now().getTime() - days * dayMs)
  return await database().orm.transaction(async (tx) => {
    const [last] = await tx
      .select({ id: auditEntries.id, hash: auditEntries.hash })
      .from(auditEntries)
      .where(and(lt(auditEntries.at, until), isNotNull(auditEntries.hash)))
      .orderBy(desc(auditEntries.id))
      .limit(1)
    // By the place in the chain and not by the clock, which may have been set back in between.
    const gone = await tx
      .delete(auditEntries)
      .where(last ? lte(auditEntries.id, last.id) : lt(auditEntries.at, until))
      .returning({ id: auditEntries.id })
    if (gone.length === 0) return 0
    if (last?.hash) await saveAnchor(tx, last.hash)
    const detail = { removed: gone.length, until: until.toISOString() }
    await recordAudit(tx, ctx, { action: 'audit.retain', subject: 'installation', detail })
    return gone.length
  })
}
