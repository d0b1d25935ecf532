import type { FailureSource } from '@/lib/diagnosis/failure'
import { checkAddress } from '@/lib/proof/checks/address'
import { checkApp } from '@/lib/proof/checks/app'
import { checkAudience, checkTokenApp, checkTokenTenant } from '@/lib/proof/checks/claims'
import { checkClock } from '@/lib/proof/checks/clock'
import { checkCompany } from '@/lib/proof/checks/company'
import { checkCredential } from '@/lib/proof/checks/credential'
import { checkCrossCompany } from '@/lib/proof/checks/cross-company'
import { checkDns } from '@/lib/proof/checks/dns'
import { checkEntityRead } from '@/lib/proof/checks/entity-read'
import { checkFinops } from '@/lib/proof/checks/finops'
import { checkHeadroom } from '@/lib/proof/checks/headroom'
import { checkMappedUser } from '@/lib/proof/checks/mapped-user'
import { checkRoles } from '@/lib/proof/checks/roles'
import { checkServiceDocument } from '@/lib/proof/checks/service-document'
import { checkServicePrincipal } from '@/lib/proof/checks/service-principal'
import { checkTcp } from '@/lib/proof/checks/tcp'
import { checkTenant } from '@/lib/proof/checks/tenant'
import { checkTenantMatch } from '@/lib/proof/checks/tenant-match'
import { checkThrottlingPriority } from '@/lib/proof/checks/throttling-priority'
import { checkTls } from '@/lib/proof/checks/tls'
import { checkToken } from '@/lib/proof/checks/token'
import { checkTrust } from '@/lib/proof/checks/trust'
import { checkUserRoles } from '@/lib/proof/checks/user-roles'
import { checkVersion } from '@/lib/proof/checks/version'
import type { ProofLink } from '@/lib/proof/link'
import { type StepId, stepNumber } from '@/lib/steps/step'

type Row = readonly [
  id: string,
  step: StepId,
  from: StepId,
  asks: FailureSource,
  timeoutSeconds: number,
  title: string,
  run: ProofLink['run'],
]

/**
 * The whole way from the address to a row of data. Order is the order of dependence, which is not
 * that of the steps; `from` says which steps' proofs need a link.
 */
const rows: readonly Row[] = [
  ['address', 'credentials', 'credentials', 'fivestep', 5, 'The address is usable', checkAddress],
  ['dns', 'credentials', 'credentials', 'environment', 10, 'The host name resolves', checkDns],
  ['tcp', 'credentials', 'credentials', 'environment', 12, 'The host can be reached', checkTcp],
  ['tls', 'credentials', 'credentials', 'environment', 15, 'The certificate is good', checkTls],
  [
    'finops',
    'credentials',
    'credentials',
    'environment',
    20,
    'It is Finance & Operations',
    checkFinops,
  ],
  [
    'tenant',
    'credentials',
    'register',
    'authority',
    20,
    'The tenant exists in this cloud',
    checkTenant,
  ],
  [
    'tenant-match',
    'credentials',
    'credentials',
    'fivestep',
    5,
    'The environment belongs to this tenant',
    checkTenantMatch,
  ],
  ['app', 'register', 'register', 'authority', 30, 'The app is known in the tenant', checkApp],
  [
    'credential',
    'secret',
    'secret',
    'fivestep',
    10,
    'A credential is stored and in date',
    checkCredential,
  ],
  ['token', 'secret', 'secret', 'authority', 40, 'Entra gives a token', checkToken],
  ['clock', 'credentials', 'credentials', 'fivestep', 5, 'The clocks agree', checkClock],
  [
    'audience',
    'credentials',
    'credentials',
    'fivestep',
    5,
    'The token is made out to this environment',
    checkAudience,
  ],
  [
    'token-tenant',
    'credentials',
    'credentials',
    'fivestep',
    5,
    'The token comes from the right tenant',
    checkTokenTenant,
  ],
  [
    'token-app',
    'credentials',
    'credentials',
    'fivestep',
    5,
    'The token names this app',
    checkTokenApp,
  ],
  [
    'service-principal',
    'register',
    'permissions',
    'fivestep',
    5,
    'The app has a service principal',
    checkServicePrincipal,
  ],
  [
    'roles',
    'permissions',
    'permissions',
    'fivestep',
    5,
    'The token carries permissions',
    checkRoles,
  ],
  [
    'trust',
    'trust',
    'trust',
    'environment',
    60,
    'Finance & Operations accepts the token',
    checkTrust,
  ],
  [
    'mapped-user',
    'trust',
    'trust',
    'environment',
    60,
    'The mapped user is usable',
    checkMappedUser,
  ],
  ['user-roles', 'trust', 'trust', 'environment', 60, 'What the user may do', checkUserRoles],
  ['company', 'trust', 'trust', 'environment', 60, 'Default company and companies', checkCompany],
  [
    'service-document',
    'trust',
    'trust',
    'environment',
    90,
    'The entity sets are listed',
    checkServiceDocument,
  ],
  ['entity-read', 'trust', 'trust', 'environment', 90, 'Rows can be read', checkEntityRead],
  [
    'cross-company',
    'trust',
    'trust',
    'environment',
    60,
    'Other companies can be read',
    checkCrossCompany,
  ],
  ['version', 'trust', 'trust', 'environment', 60, 'Which version answers', checkVersion],
  [
    'throttling-priority',
    'trust',
    'trust',
    'environment',
    60,
    'A throttling priority is mapped',
    checkThrottlingPriority,
  ],
  ['headroom', 'trust', 'trust', 'environment', 60, 'There is headroom', checkHeadroom],
]

/** Every link, in order. */
export const chain: readonly ProofLink[] = rows.map(
  ([id, step, from, asks, timeoutSeconds, title, run]) => ({
    id,
    step,
    from,
    asks,
    timeoutMs: timeoutSeconds * 1000,
    title,
    run,
  }),
)

/**
 * The links that a proof up to `until` runs. Where the permissions are what is being checked, a
 * consent that was just given gets some time to show in the token; elsewhere its lack is only told.
 */
export function linksUntil(until: StepId): ProofLink[] {
  return chain
    .filter((link) => stepNumber(link.from) <= stepNumber(until))
    .map((link) =>
      link.id === 'roles' && until === 'permissions'
        ? { ...link, warningWaitSeconds: consentSeconds }
        : link,
    )
}

const consentSeconds = 20
