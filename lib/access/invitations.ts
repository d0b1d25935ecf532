import { randomBytes, randomUUID } from 'node:crypto'
import { and, asc, eq, gt } from 'drizzle-orm'
import { auth } from '@/lib/access/auth'
import { AccessError } from '@/lib/access/errors'
import { StoredRights } from '@/lib/access/read-rights'
import { hashToken } from '@/lib/access/token-caller'
import { recordAudit } from '@/lib/audit/record'
import {
  type Invitation,
  type InvitationMade,
  InviteInput,
  JoinInput,
} from '@/lib/contract/members'
import { database } from '@/lib/db/client'
import { newId } from '@/lib/db/new-id'
import { account, invitations, members, user } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

const dayMs = 86_400_000

/** Makes a link that lets one person in. The link is in this answer alone; a hash of it is kept. */
export async function invite(ctx: Context, input: InviteInput): Promise<InvitationMade> {
  const { name, role, grants, days } = InviteInput.parse(input)
  const token = randomBytes(24).toString('base64url')
  const now = ctx.now()
  const row = {
    id: newId('inv'),
    name,
    role,
    grants,
    createdBy: 'userId' in ctx.actor ? ctx.actor.userId : ctx.actor.kind,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * dayMs),
  }
  await database().orm.transaction(async (tx) => {
    await tx.insert(invitations).values({ ...row, sha256: hashToken(token) })
    const detail = { name, role, grants: grants.length }
    await recordAudit(tx, ctx, { action: 'member.invite', subject: row.id, detail })
  })
  return { invitation: toInvitation(row), path: `/join?token=${token}` }
}

/** The invitations that are out, oldest first. */
export async function listInvitations(ctx: Context): Promise<Invitation[]> {
  const rows = await database()
    .orm.select()
    .from(invitations)
    .where(gt(invitations.expiresAt, ctx.now()))
    .orderBy(asc(invitations.createdAt))
  return rows.map(toInvitation)
}

/** Takes an invitation back. @throws {AccessError} `not_found` */
export async function revokeInvitation(ctx: Context, id: string): Promise<void> {
  await database().orm.transaction(async (tx) => {
    const gone = await tx.delete(invitations).where(eq(invitations.id, id)).returning()
    if (gone.length === 0) throw new AccessError('not_found', 'no such invitation')
    await recordAudit(tx, ctx, { action: 'member.uninvite', subject: id, detail: {} })
  })
}

/** For whom the invitation with `token` is, or undefined where it does not work any more. */
export async function findInvitation(token: string, now: Date): Promise<string | undefined> {
  const [row] = await database()
    .orm.select({ name: invitations.name })
    .from(invitations)
    .where(and(eq(invitations.sha256, hashToken(token)), gt(invitations.expiresAt, now)))
  return row?.name
}

/**
 * Makes whoever holds an invitation a member, and uses it up: of two that race, one deletes the
 * row and the other finds none.
 *
 * @throws {AccessError} `invitation_invalid`, `email_taken`
 */
export async function join(ctx: Context, input: JoinInput): Promise<void> {
  const { token, name, password, ...rest } = JoinInput.parse(input)
  const email = rest.email.toLowerCase()
  const passwordHash = await (await auth().$context).password.hash(password)
  const now = ctx.now()
  const times = { createdAt: now, updatedAt: now }
  const userId = randomUUID()
  await database().orm.transaction(async (tx) => {
    const [invitation] = await tx
      .delete(invitations)
      .where(and(eq(invitations.sha256, hashToken(token)), gt(invitations.expiresAt, now)))
      .returning()
    if (!invitation) throw new AccessError('invitation_invalid', 'no such invitation')
    const made = await tx
      .insert(user)
      .values({ id: userId, name, email, emailVerified: true, ...times })
      .onConflictDoNothing()
      .returning({ id: user.id })
    if (made.length === 0) throw new AccessError('email_taken', 'the address has an account')
    await tx.insert(account).values({
      id: randomUUID(),
      providerId: 'credential',
      accountId: userId,
      userId,
      password: passwordHash,
      ...times,
    })
    const rights = StoredRights.parse(invitation)
    await tx.insert(members).values({ userId, ...rights, addedAt: now })
    const joined = { ...ctx, actor: { kind: 'user', userId, name } as const }
    const detail = { invitation: invitation.id, role: rights.role }
    await recordAudit(tx, joined, { action: 'member.join', subject: userId, detail })
  })
}

type Stored = Omit<typeof invitations.$inferSelect, 'sha256'>

function toInvitation({ id, name, role, grants, createdAt, expiresAt }: Stored): Invitation {
  return {
    id,
    name,
    ...StoredRights.parse({ role, grants }),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}
