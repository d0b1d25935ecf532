import { type Cloud, clouds } from '@/lib/steps/cloud'

export type AuthorityFacts = Readonly<{
  tenantId: string | null
  authorityOrigin: string | null
  cloud: Cloud | null
}>

/** Every host under which a cloud's authority is known, old ones too. */
const hosts: Readonly<Record<string, Cloud>> = {
  'login.microsoftonline.com': 'public',
  'login.windows.net': 'public',
  'login.microsoft.com': 'public',
  'sts.windows.net': 'public',
  'login.microsoftonline.us': 'usgov',
  'login.partner.microsoftonline.cn': 'china',
  'login.chinacloudapi.cn': 'china',
  'login.practice.localhost': 'practice',
}

const tenant = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9-]+(\.[a-z0-9-]+)+)$/

/**
 * Which cloud and which tenant an authorization URI names. Words that stand for any tenant, such
 * as `common`, name none.
 */
export function authorityFacts(uri: string | undefined): AuthorityFacts {
  if (uri === undefined || !URL.canParse(uri)) {
    return { tenantId: null, authorityOrigin: null, cloud: null }
  }
  const { hostname, origin, pathname, protocol } = new URL(uri)
  if (protocol !== 'https:') return { tenantId: null, authorityOrigin: null, cloud: null }
  const cloud = Object.hasOwn(hosts, hostname) ? (hosts[hostname] ?? 'custom') : 'custom'
  const first = (pathname.split('/')[1] ?? '').toLowerCase()
  return {
    tenantId: tenant.test(first) ? first : null,
    authorityOrigin: clouds[cloud].authorityOrigin ?? origin,
    cloud,
  }
}
