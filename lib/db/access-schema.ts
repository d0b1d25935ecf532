import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import { user } from '@/lib/db/auth-schema'

const at = (name: string) => timestamp(name, { withTimezone: true })

const userId = () =>
  text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })

/** What each person is here; whoever has no row may do nothing. */
export const members = pgTable('members', {
  userId: userId().primaryKey(),
  role: text('role').notNull(),
  grants: jsonb('grants').notNull().default([]),
  addedAt: at('added_at').notNull(),
})

/** Links that make one person a member, once. Only a hash of each is kept. */
export const invitations = pgTable('invitations', {
  id: text('id').primaryKey(),
  sha256: text('sha256').notNull().unique(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  grants: jsonb('grants').notNull().default([]),
  createdBy: text('created_by').notNull(),
  createdAt: at('created_at').notNull(),
  expiresAt: at('expires_at').notNull(),
})

/** Tokens of automation, each acting for the person who made it. Only a hash of each is kept. */
export const apiTokens = pgTable('api_tokens', {
  id: text('id').primaryKey(),
  sha256: text('sha256').notNull().unique(),
  name: text('name').notNull(),
  userId: userId(),
  scope: jsonb('scope').notNull(),
  createdAt: at('created_at').notNull(),
  expiresAt: at('expires_at').notNull(),
  lastUsedAt: at('last_used_at'),
  lastUsedFrom: text('last_used_from'),
  revokedAt: at('revoked_at'),
})
