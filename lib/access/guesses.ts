import { createHash, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { AccessError } from '@/lib/access/errors'
import { database } from '@/lib/db/client'
import { rateLimit } from '@/lib/db/schema'

const guessesMax = 10
const windowMs = 15 * 60_000

/**
 * Counts a sign-in of the account `email` before its password is looked at. The count stands in
 * the database, so that replicas share it, and under a hash, since anybody can send any address.
 *
 * @throws {AccessError} `too_many_guesses` after ten within a quarter of an hour
 */
export async function requireFewGuesses(email: string, now: Date): Promise<void> {
  const nowMs = now.getTime()
  const isNew = sql`${rateLimit.lastRequest} < ${nowMs - windowMs}`
  const [row] = await database()
    .orm.insert(rateLimit)
    .values({ id: randomUUID(), key: keyOf(email), count: 1, lastRequest: nowMs })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        count: sql`case when ${isNew} then 1 else ${rateLimit.count} + 1 end`,
        // The window begins with its first guess and is not moved by the others.
        lastRequest: sql`case when ${isNew} then ${nowMs} else ${rateLimit.lastRequest} end`,
      },
    })
    .returning({ count: rateLimit.count })
  if ((row?.count ?? 0) > guessesMax) {
    throw new AccessError('too_many_guesses', 'too many sign-ins failed for one account')
  }
}

/** Whoever knew the password starts anew. */
export async function forgetGuesses(email: string): Promise<void> {
  await database()
    .orm.delete(rateLimit)
    .where(eq(rateLimit.key, keyOf(email)))
}

function keyOf(email: string): string {
  return `account:${createHash('sha256').update(email).digest('hex')}`
}
