import { z } from 'zod'
import { ConnectionId } from '@/lib/contract/ids'
import { EnvironmentUse } from '@/lib/steps/environment-use'

/**
 * Who somebody is here. A viewer sees state, catalog and proofs; an operator also proves, reads
 * data and exports it; an admin also keeps credentials, settings and people.
 */
export const Role = z.enum(['viewer', 'operator', 'admin'])
export type Role = z.infer<typeof Role>

/** What somebody is where a grant says otherwise; `none` does not even see that it is there. */
export const GrantRole = z.enum(['none', 'viewer', 'operator'])
export type GrantRole = z.infer<typeof GrantRole>

/** Where a grant holds: one connection, or all whose environment is of one use. */
export const GrantScope = z.union([
  z.object({ connectionId: ConnectionId }).strict(),
  z.object({ environmentUse: EnvironmentUse }).strict(),
])
export type GrantScope = z.infer<typeof GrantScope>

/** What somebody may do in one place, in place of what their role says. */
export const Grant = z.object({
  scope: GrantScope,
  role: GrantRole,
  /** Whether a viewer may read business data there. */
  businessData: z.boolean(),
})
export type Grant = z.infer<typeof Grant>

/** What a caller may want to do. Every route names one, and every page. */
export const Action = z.enum([
  /** One's own account and sessions, and what is the same for everybody who is signed in. */
  'account.use',
  /** State, catalog and proofs. */
  'connection.read',
  /** Runs checks with the credential, which changes nothing in F&O. */
  'connection.prove',
  /** Makes, changes and deletes connections and their credentials. */
  'connection.manage',
  /** When a connection is watched, and by which read. */
  'watch.manage',
  /** Rows of business data. */
  'data.read',
  'data.export',
  /** Changes rows in F&O. */
  'data.write',
  /** Opens production for changes, for a time. */
  'production.open',
  /** The portal of the practice tenant. */
  'practice.use',
  'people.manage',
  'tokens.manage',
  'audit.read',
  'settings.manage',
])
export type Action = z.infer<typeof Action>

/** What a token may be allowed to do at most; never what keeps credentials, people or settings. */
export const TokenVerb = Action.extract([
  'connection.read',
  'connection.prove',
  'data.read',
  'data.export',
  'data.write',
])
export type TokenVerb = z.infer<typeof TokenVerb>

/** To what a token is narrowed; null stands for all that its maker may reach. */
export const TokenScope = z.object({
  connectionIds: z.array(ConnectionId).min(1).max(100).nullable(),
  entitySets: z
    .array(z.string().regex(/^[A-Za-z_]\w{0,199}$/, 'the name of an entity set'))
    .min(1)
    .max(100)
    .nullable(),
  verbs: z.array(TokenVerb).min(1),
})
export type TokenScope = z.infer<typeof TokenScope>

/** What somebody may do, as it was when they were last looked up. */
export type Rights = Readonly<{
  role: Role
  grants: readonly Grant[]
  /** Set where a token acts for the person. */
  token?: TokenScope
}>
