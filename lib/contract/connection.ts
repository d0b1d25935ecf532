import { z } from 'zod'
import { ConnectionId, CredentialId, Timestamp } from '@/lib/contract/ids'
import { Cloud } from '@/lib/steps/cloud'
import { EnvironmentUse } from '@/lib/steps/environment-use'
import { StepId, StepStatus } from '@/lib/steps/step'

/** Tenant: a GUID or a verified domain. */
export const TenantId = z
  .string()
  .trim()
  .regex(
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9-]+(\.[a-z0-9-]+)+)$/i,
    'a tenant is a GUID or a domain such as contoso.onmicrosoft.com',
  )
  .transform((value) => value.toLowerCase())

/** Application (client) id of the Entra app. */
export const ClientId = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'a client id is a GUID')
  .transform((value) => value.toLowerCase())

/** What an app may sign in with. */
export const CredentialKind = z.enum(['secret', 'certificate', 'federated'])
export type CredentialKind = z.infer<typeof CredentialKind>

/** Who vouches for the app where it holds nothing itself: the platform that Fivestep runs on. */
export const FederatedSource = z.enum(['file', 'managed-identity'])
export type FederatedSource = z.infer<typeof FederatedSource>

/** The half of a credential that anybody may see. */
export const PublicPart = z.object({
  /** PEM, to upload to the app registration; no key is in it. */
  certificate: z.string().optional(),
  subject: z.string().optional(),
  /** SHA-256 of the certificate, upper-case hex. */
  thumbprint: z.string().optional(),
  source: FederatedSource.optional(),
})
export type PublicPart = z.infer<typeof PublicPart>

/** What is told of a credential: everything but its value, which no answer ever holds. */
export const CredentialSummary = z.object({
  id: CredentialId,
  kind: CredentialKind,
  publicPart: PublicPart.nullable().default(null),
  state: z.enum(['candidate', 'active', 'retired']),
  /** Day on which Entra stops accepting it, as the person read it in the portal; null when not told. */
  expiresOn: z.iso.date().nullable(),
  addedAt: Timestamp,
})
export type CredentialSummary = z.infer<typeof CredentialSummary>

/** Where one step of one connection stands, as the newest proof left it. */
export const StepState = z.object({
  step: StepId,
  status: StepStatus,
  /** One line for a person: what was proven, or what broke. */
  summary: z.string().nullable(),
  warnings: z.int().nonnegative(),
  checkedAt: Timestamp.nullable(),
})
export type StepState = z.infer<typeof StepState>

/** An environment, an Entra app and its credential: what the user sets up. */
export const Connection = z.object({
  id: ConnectionId,
  name: z.string(),
  /** Origin of the environment: https, lower case, no trailing slash, no path. It is the OAuth resource. */
  environmentUrl: z.string(),
  cloud: Cloud,
  /** Origin that mints tokens; only where `cloud` is `custom`. */
  authorityUrl: z.string().nullable(),
  tenantId: z.string().nullable(),
  clientId: z.string().nullable(),
  /** Who answers for it; null where nobody was named. */
  owner: z.string().nullable(),
  /** As a person chose it, else by the host name. */
  environmentUse: EnvironmentUse,
  credential: CredentialSummary.nullable(),
  /** All five, in order. */
  steps: z.array(StepState).length(5),
  token: z.object({ expiresAt: Timestamp.nullable() }),
  createdAt: Timestamp,
  updatedAt: Timestamp,
})
export type Connection = z.infer<typeof Connection>

export const ConnectionList = z.object({ connections: z.array(Connection) })
export type ConnectionList = z.infer<typeof ConnectionList>

/** `POST /api/connections`. The URL may be pasted with a path, `?cmp=` or capitals: it is normalised. */
export const CreateConnectionInput = z.object({
  environmentUrl: z.string().trim().min(1).max(2000),
  name: z.string().trim().min(1).max(120).optional(),
  cloud: Cloud.optional(),
  authorityUrl: z.string().trim().max(2000).nullable().optional(),
  tenantId: TenantId.nullable().optional(),
})
export type CreateConnectionInput = z.infer<typeof CreateConnectionInput>

/** `PATCH /api/connections/{id}`: only what is named changes. */
export const UpdateConnectionInput = z
  .object({
    name: z.string().trim().min(1).max(120),
    environmentUrl: z.string().trim().min(1).max(2000),
    cloud: Cloud,
    authorityUrl: z.string().trim().max(2000).nullable(),
    tenantId: TenantId.nullable(),
    clientId: ClientId.nullable(),
    /** An empty one is nobody. */
    owner: z
      .string()
      .trim()
      .max(120)
      .nullable()
      .transform((value) => value || null),
    /** Null gives it back to the host name. */
    environmentUse: EnvironmentUse.nullable(),
  })
  .partial()
export type UpdateConnectionInput = z.infer<typeof UpdateConnectionInput>

const CertificateInput = z.discriminatedUnion('from', [
  /** The key is made on the server and never leaves it. */
  z.object({
    kind: z.literal('certificate'),
    from: z.literal('new'),
    days: z.int().min(1).max(730).default(365),
  }),
  z.object({
    kind: z.literal('certificate'),
    from: z.literal('pem'),
    /** Certificate and private key. */
    pem: z.string().min(1).max(50_000),
    password: z.string().max(1000).optional(),
  }),
  z.object({
    kind: z.literal('certificate'),
    from: z.literal('pfx'),
    /** Base64 of the file. */
    pfx: z.base64().min(1).max(100_000),
    password: z.string().max(1000).optional(),
  }),
])

/** `PUT /api/connections/{id}/credential`. What is secret in it is write-only. */
export const PutCredentialInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('secret'),
    value: z.string().min(1).max(1000),
    expiresOn: z.iso.date().nullable().optional(),
  }),
  CertificateInput,
  z.object({ kind: z.literal('federated'), source: FederatedSource }),
])
export type PutCredentialInput = z.input<typeof PutCredentialInput>
