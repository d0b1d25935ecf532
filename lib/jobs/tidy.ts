import { lt } from 'drizzle-orm'
import { database } from '@/lib/db/client'
import { proofs, session, verification } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

const dayMs = 86_400_000
/** A year and a month, so that the same season of the year before can still be looked at. */
const proofsKeptDays = 400

/** Removes what has outlived its use: ended sessions, spent verifications, proofs of long ago. */
export async function tidy(ctx: Context): Promise<void> {
  const now = ctx.now()
  const oldest = new Date(now.getTime() - proofsKeptDays * dayMs)
  await database().orm.transaction(async (tx) => {
    await tx.delete(session).where(lt(session.expiresAt, now))
    await tx.delete(verification).where(lt(verification.expiresAt, now))
    await tx.delete(proofs).where(lt(proofs.finishedAt, oldest))
  })
  ctx.log.info('tidied')
}
