import { z } from 'zod'
import { environments } from '@/lib/sandbox/hosts'

const Guid = z.guid().toLowerCase()
const UnixMs = z.number().int().nonnegative()

/** A client secret: the value itself is nowhere, only its SHA-256. */
export const Secret = z.object({
  keyId: Guid,
  description: z.string(),
  /** First three characters of the value, as the real portal shows them. */
  hint: z.string(),
  hash: z.string(),
  createdAtMs: UnixMs,
  expiresAtMs: UnixMs,
})
export type Secret = z.infer<typeof Secret>

/** The public half of a key pair that an app may sign its assertions with. */
export const Certificate = z.object({
  keyId: Guid,
  subject: z.string(),
  /** SHA-1 of the DER, upper-case hex. */
  thumbprint: z.string(),
  /** SHA-256 of the DER, upper-case hex. */
  thumbprintSha256: z.string(),
  pem: z.string(),
  startsAtMs: z.number().int(),
  expiresAtMs: UnixMs,
})
export type Certificate = z.infer<typeof Certificate>

export const PermissionKind = z.enum(['Role', 'Scope'])
export type PermissionKind = z.infer<typeof PermissionKind>

/** A permission that an app asks for; it counts only once it is granted. */
export const Permission = z.object({ resourceAppId: Guid, id: Guid, kind: PermissionKind })
export type Permission = z.infer<typeof Permission>

/** A permission that an administrator has consented to. */
export const Grant = Permission.extend({ grantId: z.string(), createdAtMs: UnixMs })
export type Grant = z.infer<typeof Grant>

export const RedirectPlatform = z.enum(['Web', 'SPA', 'PublicClient'])
export type RedirectPlatform = z.infer<typeof RedirectPlatform>

export const App = z.object({
  clientId: Guid,
  objectId: Guid,
  name: z.string(),
  audience: z.enum(['AzureADMyOrg', 'AzureADMultipleOrgs']),
  redirectUris: z.array(z.object({ platform: RedirectPlatform, uri: z.string() })),
  /** Null where only the registration was made, as Graph alone does. */
  servicePrincipalId: Guid.nullable(),
  enabled: z.boolean(),
  secrets: z.array(Secret),
  certificates: z.array(Certificate),
  permissions: z.array(Permission),
  grants: z.array(Grant),
  /** AADSTS number that every token request of the app is refused with; null for none. */
  refusal: z.int().positive().nullable().default(null),
  createdAtMs: UnixMs,
})
export type App = z.infer<typeof App>

export const Fault = z.enum([
  'throttled',
  'read_fails',
  'no_sets',
  'garbage',
  'maintenance',
  'bad_gateway',
  'gateway_timeout',
  'firewall',
  'login_page',
])

const EnvironmentState = z.object({
  registrations: z.array(
    z.object({ clientId: Guid, name: z.string(), userId: z.string(), createdAtMs: UnixMs }),
  ),
  users: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      email: z.string(),
      enabled: z.boolean(),
      company: z.string(),
      roles: z.array(z.string()),
    }),
  ),
  fault: Fault.nullable(),
})
export type EnvironmentState = z.infer<typeof EnvironmentState>

/** How long, in seconds, a change needs until every server of the practice tenant knows it. */
export const Delays = z.object({
  app: z.int().min(0).max(600),
  secret: z.int().min(0).max(600),
  consent: z.int().min(0).max(600),
  trust: z.int().min(0).max(600),
})
export type Delays = z.infer<typeof Delays>

/** All that the practice tenant remembers beside its keys. */
export const State = z.object({
  version: z.literal(1),
  apps: z.array(App),
  environments: z.record(z.enum(environments), EnvironmentState),
  delays: Delays,
})
export type State = z.infer<typeof State>
