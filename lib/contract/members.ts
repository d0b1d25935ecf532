import { z } from 'zod'
import { InvitationId, Timestamp } from '@/lib/contract/ids'
import { Grant, Role } from '@/lib/contract/rights'

const Grants = z.array(Grant).max(500)
const PersonName = z.string().trim().min(1).max(120)

/** Somebody who can sign in. */
export const Member = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  grants: Grants,
  addedAt: Timestamp,
  /** Living sessions, and when the newest of them was last used. */
  sessions: z.int().nonnegative(),
  lastSeenAt: Timestamp.nullable(),
})
export type Member = z.infer<typeof Member>

/** A link that is out and has not been used. */
export const Invitation = z.object({
  id: InvitationId,
  name: z.string(),
  role: Role,
  grants: Grants,
  createdAt: Timestamp,
  expiresAt: Timestamp,
})
export type Invitation = z.infer<typeof Invitation>

/** `GET /api/members` */
export const MemberList = z.object({
  members: z.array(Member),
  invitations: z.array(Invitation),
})
export type MemberList = z.infer<typeof MemberList>

/** `PATCH /api/members/{id}`: only what is named changes. */
export const UpdateMemberInput = z.object({ role: Role, grants: Grants }).partial()
export type UpdateMemberInput = z.infer<typeof UpdateMemberInput>

/** `POST /api/members/invitations` */
export const InviteInput = z.object({
  name: PersonName,
  role: Role,
  grants: Grants.default([]),
  days: z.int().min(1).max(30).default(7),
})
export type InviteInput = z.input<typeof InviteInput>

/** What inviting answers, once: the path of the page that lets one person in. */
export const InvitationMade = z.object({ invitation: Invitation, path: z.string() })
export type InvitationMade = z.infer<typeof InvitationMade>

/** `POST /api/access/join` */
export const JoinInput = z.object({
  token: z.string().min(1).max(200),
  name: PersonName,
  email: z.email().max(320),
  password: z.string().min(12, 'at least 12 characters').max(256),
})
export type JoinInput = z.infer<typeof JoinInput>

/** Where somebody is signed in. */
export const SessionView = z.object({
  id: z.string(),
  createdAt: Timestamp,
  lastUsedAt: Timestamp,
  expiresAt: Timestamp,
  from: z.string().nullable(),
  userAgent: z.string().nullable(),
  isCurrent: z.boolean(),
})
export type SessionView = z.infer<typeof SessionView>

export const SessionList = z.object({ sessions: z.array(SessionView) })
export type SessionList = z.infer<typeof SessionList>
