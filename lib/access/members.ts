import { asc, eq, gt } from 'drizzle-orm'
import { AccessError } from '@/lib/access/errors'
import { StoredRights } from '@/lib/access/read-rights'
import { forgetSessions } from '@/lib/access/recent-sessions'
import { recordAudit } from '@/lib/audit/record'
import { type Member, UpdateMemberInput } from '@/lib/contract/members'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/database'
import { members, session, user } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** Everybody who can sign in, by name. */
export async function listMembers(ctx: Context): Promise<Member[]> {
  const { orm } = database()
  const [rows, sessions] = await Promise.all([
    orm
      .select({ user, member: members })
      .from(members)
      .innerJoin(user, eq(user.id, members.userId))
      .orderBy(asc(user.name)),
    orm
      .select({ userId: session.userId, usedAt: session.updatedAt })
      .from(session)
      .where(gt(session.expiresAt, ctx.now())),
  ])
  return rows.map(({ user: person, member }) => {
    const own = sessions.filter(({ userId }) => userId === person.id)
    const lastMs = Math.max(...own.map(({ usedAt }) => usedAt.getTime()))
    return {
      userId: person.id,
      name: person.name,
      email: person.email,
      ...StoredRights.parse(member),
      addedAt: member.addedAt.toISOString(),
      sessions: own.length,
      lastSeenAt: own.length === 0 ? null : new Date(lastMs).toISOString(),
    }
  })
}

/**
 * Changes what somebody may do, from their next request on.
 *
 * @throws {AccessError} `not_found`; `last_admin` when nobody would be left to do everything
 */
export async function updateMember(
  ctx: Context,
  userId: string,
  input: UpdateMemberInput,
): Promise<void> {
  const { role, grants } = UpdateMemberInput.parse(input)
  await database().orm.transaction(async (tx) => {
    const before = await lockMember(tx, userId)
    if (before.role === 'admin' && role !== undefined && role !== 'admin') {
      await requireOtherAdmin(tx, userId)
    }
    const after = { role: role ?? before.role, grants: grants ?? before.grants }
    await tx.update(members).set(after).where(eq(members.userId, userId))
    const detail = { from: before.role, to: after.role, grants: after.grants }
    await recordAudit(tx, ctx, { action: 'member.update', subject: userId, detail })
  })
  forgetSessions()
}

/**
 * Removes somebody with their sessions and tokens. What they did stays in the audit log.
 *
 * @throws {AccessError} `not_found`, `last_admin`
 */
export async function removeMember(ctx: Context, userId: string): Promise<void> {
  await database().orm.transaction(async (tx) => {
    const { role } = await lockMember(tx, userId)
    if (role === 'admin') await requireOtherAdmin(tx, userId)
    const [gone] = await tx.delete(user).where(eq(user.id, userId)).returning()
    const detail = { name: gone?.name, email: gone?.email, role }
    await recordAudit(tx, ctx, { action: 'member.remove', subject: userId, detail })
  })
  forgetSessions()
}

async function lockMember(tx: Transaction, userId: string) {
  // All of them, so that of two admins who remove each other one stays.
  const rows = await tx.select().from(members).for('update')
  const found = rows.find((row) => row.userId === userId)
  if (!found) throw new AccessError('not_found', 'no such member')
  return StoredRights.parse(found)
}

async function requireOtherAdmin(tx: Transaction, userId: string): Promise<void> {
  const admins = await tx.select().from(members).where(eq(members.role, 'admin'))
  if (admins.every((row) => row.userId === userId)) {
    throw new AccessError('last_admin', 'nobody else is admin')
  }
}
