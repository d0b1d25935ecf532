import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { chainStart } from '@/lib/audit/chain'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/database'
import { settings } from '@/lib/db/schema'

const settingKey = 'audit-anchor'
const Anchor = z.object({ hash: z.string() })

/** Hash that the oldest entry that is kept has to follow. */
export async function readAnchor(): Promise<z.infer<typeof Anchor>> {
  const [row] = await database().orm.select().from(settings).where(eq(settings.key, settingKey))
  return row ? Anchor.parse(row.value) : { hash: chainStart }
}

/** Notes where the chain begins, in the transaction that removes what was before. */
export async function saveAnchor(tx: Transaction, hash: string): Promise<void> {
  const value = { hash }
  await tx
    .insert(settings)
    .values({ key: settingKey, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } })
}
