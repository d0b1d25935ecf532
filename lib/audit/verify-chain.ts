import { asc, gt } from 'drizzle-orm'
import { readAnchor } from '@/lib/audit/anchor'
import { hashEntry } from '@/lib/audit/chain'
import type { AuditVerdict } from '@/lib/contract/audit'
import { database } from '@/lib/db/client'
import { auditEntries } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

const batchSize = 1_000

/**
 * Walks the whole chain: each entry has the hash of what it says, and names the hash of the entry
 * before. The first one follows what retention has noted, so that a beginning that was cut off is
 * found as well; a cut-off end shows by `head`, to whoever has noted an earlier one.
 */
export async function verifyChain(ctx: Context): Promise<AuditVerdict> {
  let before = (await readAnchor()).hash
  let isFirst = true
  let entries = 0
  let unchained = 0
  let after = 0
  while (!ctx.signal.aborted) {
    const rows = await database()
      .orm.select()
      .from(auditEntries)
      .where(gt(auditEntries.id, after))
      .orderBy(asc(auditEntries.id))
      .limit(batchSize)
    for (const row of rows) {
      if (row.hash === null && entries === 0) {
        unchained += 1
        continue
      }
      const why = breakOf(row, before, isFirst)
      if (why) {
        return { isWhole: false, entries, unchained, brokenAt: row.id, why, head: before }
      }
      isFirst = false
      before = row.hash ?? before
      entries += 1
    }
    after = rows.at(-1)?.id ?? after
    if (rows.length < batchSize) break
  }
  const head = entries === 0 ? null : before
  return { isWhole: true, entries, unchained, brokenAt: null, why: null, head }
}

type Row = typeof auditEntries.$inferSelect

function breakOf(row: Row, before: string, isFirst: boolean): AuditVerdict['why'] {
  if (row.hashBefore !== before) return isFirst ? 'cut' : 'gap'
  return row.hash === hashEntry(row, before) ? null : 'changed'
}
