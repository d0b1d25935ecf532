import { type Cloud, practiceHostSuffix } from '@/lib/steps/cloud'

/** What sort of F&O environment a host name stands for; `other` where the name alone cannot tell. */
export type EnvironmentKind =
  | 'production'
  | 'sandbox'
  | 'cloud-hosted'
  | 'onebox'
  | 'on-premises'
  | 'practice'
  | 'other'

/** One shape of F&O host name. */
export type FinopsHost = Readonly<{ pattern: RegExp; kind: EnvironmentKind; cloud: Cloud }>

/** Checked in order, the first that fits wins. */
const finopsHosts: readonly FinopsHost[] = [
  {
    pattern: new RegExp(`^[a-z0-9-]+${practiceHostSuffix.replaceAll('.', '\\.')}$`),
    kind: 'practice',
    cloud: 'practice',
  },
  { pattern: /\.cloud\.onebox\.dynamics\.com$/, kind: 'onebox', cloud: 'public' },
  { pattern: /\.(cloudax|axcloud)\.dynamics\.com$/, kind: 'cloud-hosted', cloud: 'public' },
  {
    pattern: /\.sandbox\.operations(\.[a-z0-9-]+)?\.dynamics\.com$/,
    kind: 'sandbox',
    cloud: 'public',
  },
  { pattern: /\.operations(\.[a-z0-9-]+)?\.dynamics\.com$/, kind: 'production', cloud: 'public' },
  {
    pattern: /\.sandbox\.operations(\.[a-z0-9-]+)?\.dynamics\.cn$/,
    kind: 'sandbox',
    cloud: 'china',
  },
  { pattern: /\.operations(\.[a-z0-9-]+)?\.dynamics\.cn$/, kind: 'production', cloud: 'china' },
  {
    pattern: /\.sandbox\.operations(365)?(\.[a-z0-9-]+)*\.us$/,
    kind: 'sandbox',
    cloud: 'usgov',
  },
  { pattern: /\.operations(365)?(\.[a-z0-9-]+)*\.us$/, kind: 'production', cloud: 'usgov' },
]

/** The shape of F&O host that `host` (lower case) has, or undefined when it has none of them. */
export function findFinopsHost(host: string): FinopsHost | undefined {
  return finopsHosts.find(({ pattern }) => pattern.test(host))
}

/** A page of Microsoft's that people paste in place of their environment. */
export type NotFinops = Readonly<{ code: string; pattern: RegExp; reason: string; hint: string }>

const whereTheUrlIs =
  'Open Finance & Operations in a browser, sign in, and copy the address from there: it looks like https://contoso.operations.dynamics.com.'

const notFinops: readonly NotFinops[] = [
  {
    code: 'dataverse',
    pattern:
      /(^|\.)(api\.)?crm\d*(\.api)?\.(dynamics\.(com|cn)|microsoftdynamics\.us|appsplatform\.us)$|\.crm\d*\.dynamics\.com$/,
    reason:
      'This is a Dataverse (customer engagement, Power Apps) address, not Finance & Operations.',
    hint: 'In the Power Platform admin center open the environment and copy "Finance and Operations URL", not "Environment URL". It looks like https://contoso.operations.dynamics.com.',
  },
  {
    code: 'business_central',
    pattern: /(^|\.)businesscentral\.dynamics\.com$/,
    reason: 'This is Dynamics 365 Business Central, a different product from Finance & Operations.',
    hint: `Business Central has other APIs and another registration, so it cannot be connected here. ${whereTheUrlIs}`,
  },
  {
    code: 'commerce',
    pattern: /(^|\.)commerce\.dynamics\.com$/,
    reason: 'This is a Dynamics 365 Commerce address, not the back office.',
    hint: whereTheUrlIs,
  },
  {
    code: 'lifecycle_services',
    pattern: /(^|\.)(lcs\.dynamics\.(com|cn)|lcs\.microsoftdynamics\.us)$/,
    reason: 'This is Lifecycle Services, the page that manages environments, not an environment.',
    hint: 'On the environment details page in Lifecycle Services choose Login > Log on to Finance and Operations, and copy the address of the page that opens.',
  },
  {
    code: 'portal',
    pattern:
      /^(portal\.azure\.(com|us|cn)|entra\.microsoft\.(com|us|cn)|aad\.portal\.azure\.com|admin\.microsoft\.com|admin\.powerplatform\.microsoft\.(com|us)|make\.(gov\.)?powerapps\.(com|us)|make\.powerautomate\.com|home\.dynamics\.com)$/,
    reason: 'This is one of Microsoft’s portals, not a Finance & Operations environment.',
    hint: whereTheUrlIs,
  },
  {
    code: 'sign_in_page',
    pattern:
      /^(login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn|chinacloudapi\.cn|windows\.net|live\.com)|sts\.windows\.net)$/,
    reason: 'This is Microsoft’s sign-in page, not the environment behind it.',
    hint: `Sign in first. ${whereTheUrlIs}`,
  },
  {
    code: 'practice_service',
    pattern: /^(login|graph|portal)\.practice\.localhost$/,
    reason: 'This is a service of the practice tenant, not one of its environments.',
    hint: 'The practice environment is https://contoso-uat.practice.localhost.',
  },
  {
    code: 'lookalike',
    pattern:
      /dynamics\.(com|cn)(\.|-)|(operations|cloudax|axcloud|onebox)[.-]?dynamics[.-]?(com|cn)?\.(?!com$|cn$)[a-z]+$/,
    reason: 'This address only looks like one of Microsoft’s: the part that counts is at the end.',
    hint: `Don’t send credentials there. ${whereTheUrlIs}`,
  },
  {
    code: 'other_dynamics',
    pattern: /(^|\.)dynamics\.(com|cn)$/,
    reason: 'This is a Dynamics 365 address, but not one that Finance & Operations uses.',
    hint: whereTheUrlIs,
  },
]

/** What `host` (lower case) is instead of F&O, or undefined when nothing is known against it. */
export function findNotFinops(host: string): NotFinops | undefined {
  // A service of the practice tenant has the shape of an environment, so it is asked for first.
  const practiceService = notFinops.find((entry) => entry.code === 'practice_service')
  if (practiceService?.pattern.test(host)) return practiceService
  if (findFinopsHost(host)) return undefined
  return notFinops.find(({ pattern }) => pattern.test(host))
}
