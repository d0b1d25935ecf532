import { type Cloud, clouds, practiceHostSuffix } from '@/lib/steps/cloud'

/** What a link may need of the connection; a link whose facts are missing falls back or is left out. */
export type LinkFacts = Readonly<{
  cloud: Cloud
  authorityOrigin: string | null
  tenantId: string | null
  clientId: string | null
  environmentUrl: string | null
}>

/** A page to open: absolute for Microsoft's, a path for the app's own. */
export type DeepLink = Readonly<{ label: string; href: string }>

type Builder = (facts: LinkFacts) => string | undefined

type LinkEntry = Readonly<{
  label: string
  /** Undefined where this page does not exist in that world. */
  microsoft: Builder
  practice: Builder
}>

const blade =
  (path: string): Builder =>
  (facts) => {
    const portal = entraPortal(facts.cloud)
    return portal === undefined ? undefined : `${portal}/#view/${path}`
  }

const appBlade =
  (menu: string): Builder =>
  (facts) =>
    facts.clientId === null
      ? allApps(facts)
      : blade(
          `Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${menu}/appId/${encodeURIComponent(facts.clientId)}`,
        )(facts)

const allApps = blade('Microsoft_AAD_IAM/ActiveDirectoryMenuBlade/~/RegisteredApps')

const practiceApp =
  (page: string): Builder =>
  ({ clientId }) =>
    clientId === null
      ? '/practice/entra/apps'
      : `/practice/entra/apps/${encodeURIComponent(clientId)}${page}`

const finopsForm =
  (menuItem: string): Builder =>
  ({ environmentUrl }) =>
    environmentUrl === null ? undefined : `${environmentUrl}/?mi=${menuItem}`

const practiceFinops =
  (page: string): Builder =>
  ({ environmentUrl }) =>
    `/practice/finops/${practiceEnvironment(environmentUrl)}/${page}`

const always =
  (href: string): Builder =>
  () =>
    href
const nowhere: Builder = () => undefined

/**
 * Every page that a step or a diagnosis sends people to, once.
 *
 * @see facts: portal paths change without notice, so they stand in this table and nowhere else
 */
const table = {
  'app-registrations': {
    label: 'App registrations',
    microsoft: allApps,
    practice: always('/practice/entra/apps'),
  },
  'new-registration': {
    label: 'Register an application',
    microsoft: blade('Microsoft_AAD_RegisteredApps/CreateApplicationBlade'),
    practice: always('/practice/entra/apps/new'),
  },
  'app-overview': {
    label: 'The app: Overview',
    microsoft: appBlade('Overview'),
    practice: practiceApp(''),
  },
  'app-secrets': {
    label: 'The app: Certificates & secrets',
    microsoft: appBlade('Credentials'),
    practice: practiceApp('/secrets'),
  },
  'app-permissions': {
    label: 'The app: API permissions',
    microsoft: appBlade('CallAnAPI'),
    practice: practiceApp('/permissions'),
  },
  'enterprise-apps': {
    label: 'Enterprise applications',
    microsoft: blade('Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview'),
    practice: practiceApp(''),
  },
  'admin-consent': {
    label: 'Grant admin consent',
    microsoft: adminConsent,
    practice: practiceApp('/permissions'),
  },
  'tenant-overview': {
    label: 'Tenant overview',
    microsoft: blade('Microsoft_AAD_IAM/TenantOverview.ReactView'),
    practice: always('/practice'),
  },
  'conditional-access': {
    label: 'Conditional Access policies',
    microsoft: blade('Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies'),
    practice: always('/practice/faults'),
  },
  'sign-in-logs': {
    label: 'Sign-in logs (service principals)',
    microsoft: blade('Microsoft_AAD_IAM/SignInEventsV3Blade'),
    practice: nowhere,
  },
  'finops-home': {
    label: 'Finance & Operations',
    microsoft: ({ environmentUrl }) => environmentUrl ?? undefined,
    practice: practiceFinops('clients'),
  },
  'finops-clients': {
    label: 'Microsoft Entra ID applications',
    microsoft: finopsForm('SysAADClientTable'),
    practice: practiceFinops('clients'),
  },
  'finops-users': {
    label: 'Users',
    microsoft: finopsForm('SysUserInfoPage'),
    practice: practiceFinops('users'),
  },
  'finops-throttling': {
    label: 'Throttling priority mapping',
    microsoft: always(
      'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/service-protection-api-limits',
    ),
    practice: nowhere,
  },
  'finops-environments': {
    label: 'Power Platform admin center',
    microsoft: ({ cloud }) => powerPlatform(cloud),
    practice: always('/practice/faults'),
  },
  'practice-faults': {
    label: 'Break and mend the practice tenant',
    microsoft: nowhere,
    practice: always('/practice/faults'),
  },
  'azure-status': {
    label: 'Azure status',
    microsoft: always('https://azure.status.microsoft/status'),
    practice: nowhere,
  },
  'docs-services': {
    label: 'Microsoft Learn: service endpoints',
    microsoft: always(
      'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/services-home-page',
    ),
    practice: nowhere,
  },
  'docs-odata': {
    label: 'Microsoft Learn: OData in Finance & Operations',
    microsoft: always(
      'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/odata',
    ),
    practice: nowhere,
  },
  'docs-error-codes': {
    label: 'Microsoft Learn: AADSTS error codes',
    microsoft: always('https://learn.microsoft.com/entra/identity-platform/reference-error-codes'),
    practice: nowhere,
  },
} as const satisfies Record<string, LinkEntry>

/** Name of a page in the table of links. */
export type LinkId = keyof typeof table

/** All names of the table, for tests and for the list of rules. */
export const linkIds = Object.keys(table) as readonly LinkId[]

/** The page `id` for this connection's cloud; undefined where it does not exist there. */
export function deepLink(id: LinkId, facts: LinkFacts): DeepLink | undefined {
  const entry: LinkEntry = table[id]
  const href = isPractice(facts) ? entry.practice(facts) : entry.microsoft(facts)
  return href === undefined ? undefined : { label: entry.label, href }
}

/** The pages `ids`, in that order, without those that do not exist for this connection. */
export function deepLinks(ids: readonly LinkId[], facts: LinkFacts): DeepLink[] {
  return ids.map((id) => deepLink(id, facts)).filter((link) => link !== undefined)
}

function isPractice({ cloud, environmentUrl }: LinkFacts): boolean {
  return cloud === 'practice' || (environmentUrl?.endsWith(practiceHostSuffix) ?? false)
}

/** Environment of the practice tenant that the portal's path names. */
function practiceEnvironment(environmentUrl: string | null): string {
  const label = environmentUrl === null ? null : /^https:\/\/([a-z0-9-]+)\./.exec(environmentUrl)
  return label?.[1] ?? 'contoso-uat'
}

function entraPortal(cloud: Cloud): string | undefined {
  switch (cloud) {
    case 'public':
      return 'https://entra.microsoft.com'
    case 'usgov':
      return 'https://portal.azure.us'
    case 'china':
      return 'https://portal.azure.cn'
    case 'practice':
    case 'custom':
      return undefined
  }
}

function powerPlatform(cloud: Cloud): string | undefined {
  switch (cloud) {
    case 'public':
      return 'https://admin.powerplatform.microsoft.com/environments'
    case 'usgov':
      return 'https://gcc.admin.powerplatform.microsoft.us/environments'
    case 'china':
      return 'https://admin.powerapps.cn/environments'
    case 'practice':
    case 'custom':
      return undefined
  }
}

function adminConsent({
  cloud,
  authorityOrigin,
  tenantId,
  clientId,
}: LinkFacts): string | undefined {
  const origin = clouds[cloud].authorityOrigin ?? authorityOrigin
  if (!origin || clientId === null) return undefined
  const tenant = encodeURIComponent(tenantId ?? 'organizations')
  return `${origin}/${tenant}/adminconsent?client_id=${encodeURIComponent(clientId)}`
}
