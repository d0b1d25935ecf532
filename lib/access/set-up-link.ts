import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { AccessError } from '@/lib/access/errors'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/database'
import { settings, user } from '@/lib/db/schema'

const settingKey = 'set-up-link'
const StoredLink = z.object({ sha256: z.string() })

/** Whether somebody can sign in already. Until then nothing but the set-up link works. */
export async function hasAdmin(): Promise<boolean> {
  const rows = await database().orm.select({ id: user.id }).from(user).limit(1)
  return rows.length > 0
}

/**
 * Makes a new set-up link while there is no admin, and undefined after that. Only a hash is
 * stored, so each start replaces the link of the start before.
 *
 * @returns the path of the page with its token: `/set-up?token=...`
 */
export async function renewSetUpLink(): Promise<string | undefined> {
  if (await hasAdmin()) return undefined
  const token = randomBytes(24).toString('base64url')
  const value = { sha256: hash(token) }
  await database()
    .orm.insert(settings)
    .values({ key: settingKey, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } })
  return `/set-up?token=${token}`
}

/** Whether `token` is the one of the newest set-up link and is not used up. */
export async function isSetUpToken(token: string): Promise<boolean> {
  const [row] = await database().orm.select().from(settings).where(eq(settings.key, settingKey))
  return row !== undefined && matches(token, row.value)
}

/**
 * Uses the link up, inside the transaction that makes the admin: of two that race, one deletes
 * the row and the other finds none.
 *
 * @throws {AccessError} `setup_link_invalid`
 */
export async function consumeSetUpToken(tx: Transaction, token: string): Promise<void> {
  const [row] = await tx.delete(settings).where(eq(settings.key, settingKey)).returning()
  if (!(row && matches(token, row.value))) {
    throw new AccessError('setup_link_invalid', 'the set-up token is not the newest one')
  }
}

function matches(token: string, stored: unknown): boolean {
  const link = StoredLink.safeParse(stored)
  if (!link.success) return false
  return timingSafeEqual(Buffer.from(hash(token)), Buffer.from(link.data.sha256))
}

const hash = (token: string): string => createHash('sha256').update(token).digest('hex')
