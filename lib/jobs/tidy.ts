import { lt } from 'drizzle-orm'
import { retainAudit } from '@/lib/audit/retain'
import { pruneCanaries } from '@/lib/canaries/prune-canaries'
import { pruneReadings } from '@/lib/catalog/store/prune-readings'
import { dropAbandonedCatalogs } from '@/lib/catalog/store/write-catalog'
import { pruneProofs } from '@/lib/connections/prune-proofs'
import { database } from '@/lib/db/client'
import { session, verification } from '@/lib/db/schema'
import { env } from '@/lib/env/env'
import { pruneExports } from '@/lib/exports/prune-exports'
import type { Context } from '@/lib/log/context'
import { pruneSavedQueries } from '@/lib/queries/saved-queries'

/** Removes what has outlived its use: ended sessions, spent verifications, proofs and exports of long ago. */
export async function tidy(ctx: Context): Promise<void> {
  const now = ctx.now()
  await database().orm.transaction(async (tx) => {
    await tx.delete(session).where(lt(session.expiresAt, now))
    await tx.delete(verification).where(lt(verification.expiresAt, now))
    await pruneProofs(tx, { now })
  })
  await pruneReadings(ctx)
  await dropAbandonedCatalogs(ctx)
  await pruneExports(ctx)
  await pruneSavedQueries(ctx)
  await pruneCanaries(ctx)
  await retainAudit(ctx, env().FIVESTEP_AUDIT_DAYS)
  ctx.log.info('tidied')
}
