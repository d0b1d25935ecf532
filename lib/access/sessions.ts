import { and, desc, eq, gt, ne } from 'drizzle-orm'
import { AccessError } from '@/lib/access/errors'
import { forgetSessions } from '@/lib/access/recent-sessions'
import { recordAudit } from '@/lib/audit/record'
import type { SessionView } from '@/lib/contract/members'
import { database } from '@/lib/db/client'
import { session } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** Whose sessions, and which of them asks. */
export type Owner = Readonly<{ userId: string; currentId?: string | undefined }>

/** Where somebody is signed in, the last used first. */
export async function listSessions(
  ctx: Context,
  { userId, currentId }: Owner,
): Promise<SessionView[]> {
  const rows = await database()
    .orm.select()
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, ctx.now())))
    .orderBy(desc(session.updatedAt))
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    from: row.ipAddress || null,
    userAgent: row.userAgent || null,
    isCurrent: row.id === currentId,
  }))
}

/** Ends one session of `userId`. @throws {AccessError} `not_found` */
export async function revokeSession(
  ctx: Context,
  { userId, sessionId }: Readonly<{ userId: string; sessionId: string }>,
): Promise<void> {
  await database().orm.transaction(async (tx) => {
    const gone = await tx
      .delete(session)
      .where(and(eq(session.id, sessionId), eq(session.userId, userId)))
      .returning({ id: session.id })
    if (gone.length === 0) throw new AccessError('not_found', 'no such session')
    const detail = { sessions: 1 }
    await recordAudit(tx, ctx, { action: 'session.revoke', subject: userId, detail })
  })
  forgetSessions()
}

/** Ends all sessions of `userId` but the one that asks. */
export async function revokeSessions(
  ctx: Context,
  { userId, currentId }: Owner,
): Promise<{ revoked: number }> {
  const revoked = await database().orm.transaction(async (tx) => {
    const others = currentId === undefined ? undefined : ne(session.id, currentId)
    const gone = await tx
      .delete(session)
      .where(and(eq(session.userId, userId), others))
      .returning({ id: session.id })
    const detail = { sessions: gone.length }
    await recordAudit(tx, ctx, { action: 'session.revoke', subject: userId, detail })
    return gone.length
  })
  forgetSessions()
  return { revoked }
}
