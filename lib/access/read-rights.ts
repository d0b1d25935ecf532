import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { Grant, type Rights, Role } from '@/lib/contract/rights'
import { database } from '@/lib/db/client'
import { members } from '@/lib/db/schema'

/** Parses what a row says of somebody's rights: the database is an edge too. */
export const StoredRights = z.object({ role: Role, grants: z.array(Grant) })

/** What the person `userId` may do now; undefined for who is no member. */
export async function readRights(userId: string): Promise<Rights | undefined> {
  const [row] = await database().orm.select().from(members).where(eq(members.userId, userId))
  return row && StoredRights.parse(row)
}
