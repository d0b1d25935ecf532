import type { Cloud } from '@/lib/steps/cloud'

/** What is known beside the failure; the more, the surer the diagnosis. */
export type DiagnosisContext = Readonly<{
  cloud: Cloud
  authorityOrigin: string | null
  tenantId: string | null
  clientId: string | null
  environmentUrl: string | null
  /** Age of the secret in use, by when it was added here; young ones may not work yet. */
  secretAgeSeconds?: number
  /** True when Entra had given a token for the very call that failed. */
  tokenMinted?: boolean
  /** Claims of the token that was sent. */
  claims?: Readonly<Record<string, unknown>>
  /** Tenant that the environment names in its own challenge. */
  environmentTenantId?: string | null
  /** Names of the entity sets that the environment has, to suggest the nearest. */
  entitySetNames?: readonly string[]
  /** Names of the fields of the entity that was asked for, to suggest the nearest. */
  fieldNames?: readonly string[]
  /** Members of the enum that the failure names, to suggest the nearest. */
  enumMembers?: readonly string[]
}>
