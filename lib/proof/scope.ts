import type { ConnectionAccess } from '@/lib/connections/require-access'
import type { TokenKeeper } from '@/lib/connections/token-keeper'
import type { EntitySet } from '@/lib/contract/catalog'
import type { AccessToken } from '@/lib/entra/get-token'
import type { Challenge } from '@/lib/finops/challenge'
import type { Environment } from '@/lib/finops/environment'
import type { Cloud } from '@/lib/steps/cloud'

/** What is proven: a connection, or as much of one as is known so far. */
export type ProofSubject = Readonly<{
  /** Normalised origin; in a probe it is what was typed until the address has been read. */
  environmentUrl: string
  cloud: Cloud
  authorityOrigin: string | null
  tenantId: string | null
  clientId: string | null
  credential: ConnectionAccess['credential']
}>

/** What checks found that later checks build on. */
export type Found = Readonly<{
  environmentUrl: string
  cloud: Cloud
  suggestedName: string
  challenge: Challenge
  /** By this server's clock. */
  challengedAt: Date
  /** The sign-in authority’s clock and ours at one moment. */
  authorityClock: Readonly<{ theirs: Date; ours: Date }>
  /** GUID of the tenant by the authority's own word, also where a domain was typed. */
  tenantGuid: string
  token: AccessToken
  environment: Environment
  /** F&O user that the client id is mapped to. */
  userId: string
  company: string
  /** Whether that user’s row could be read, so that what it lacks is really missing. */
  isUserRead: boolean
  entitySets: readonly EntitySet[]
  readEntitySet: string
}>

/** What one check is given. */
export type CheckScope = Readonly<{
  subject: ProofSubject
  found: Partial<Found>
  now: () => Date
  /** Aborted when the run is cancelled and when the check's own time is up. */
  signal: AbortSignal
  /** 1 the first time; a check that is tried again must not judge what it saw before. */
  tries: number
  keeper: TokenKeeper & Pick<Environment, 'onAnswer'>
}>
