import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'
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
}>

/** Says what a failure means. Never throws: evidence that no rule knows gets an honest fallback. */
export function diagnose(failure: Failure, _context: DiagnosisContext): Diagnosis {
  return {
    rule: 'unknown',
    step: null,
    title: 'The call failed in a way that is not known here',
    cause: failure.message ?? `Status ${failure.status ?? 'none'}`,
    fix: ['Look at the raw evidence and try again.'],
    who: 'developer',
    links: [],
    confidence: 'possible',
    mayHealByWaiting: false,
  }
}
