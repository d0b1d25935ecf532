import { isIP } from 'node:net'
import { env } from '@/lib/env/env'
import { OutboundError } from '@/lib/http/outbound-error'
import { practiceHostSuffix } from '@/lib/steps/cloud'

/** Microsoft's hosts that this product has a reason to call; a leading `*.` stands for any subdomain. */
export const microsoftHosts: readonly string[] = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
  'login.windows.net',
  'login.microsoft.com',
  'sts.windows.net',
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
  'api.bap.microsoft.com',
  '*.dynamics.com',
  '*.dynamics.cn',
  '*.dynamics.us',
  '*.microsoftdynamics.us',
  '*.operations365.us',
  '*.operations365.microsoft.us',
]

/** The URL parser lets through more than the name system has: empty labels, semicolons. */
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/

/** A host that may be called, and why. */
export type EgressTarget = Readonly<{
  /** As in a URL: lower case, an IPv6 address without brackets. */
  host: string
  port: number
  origin: string
  /** `allowed` is named in FIVESTEP_EGRESS_ALLOW: the only kind that may be a private address. */
  kind: 'practice' | 'microsoft' | 'allowed'
}>

/**
 * Lets through what the server may call: https, and only Microsoft's hosts and practice hosts on
 * port 443, and what `allow` names as `host` (port 443) or `host:port`, `*.` standing for any
 * subdomain.
 *
 * @throws {OutboundError} `egress_refused`, saying what to add to FIVESTEP_EGRESS_ALLOW.
 */
export function checkEgress(
  address: string | URL,
  allow: readonly string[] = env().FIVESTEP_EGRESS_ALLOW,
): EgressTarget {
  const url = typeof address === 'string' ? parse(address) : address
  if (url.protocol !== 'https:') throw refused(url.host, 'only https is called')
  if (url.username !== '' || url.password !== '')
    throw refused(url.host, 'an address must not hold a user name or password')

  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = url.port === '' ? 443 : Number(url.port)
  const target = { host, port, origin: url.origin }

  if (allow.some((entry) => names(entry, url.hostname, port))) return { ...target, kind: 'allowed' }
  const advice = `add ${port === 443 ? url.hostname : url.host} to FIVESTEP_EGRESS_ALLOW to permit it`
  if (isIP(host) !== 0)
    throw refused(url.host, `an IP address is called only by permission; ${advice}`)
  if (port !== 443) throw refused(url.host, `only port 443 is called; ${advice}`)
  if (!hostName.test(host)) throw refused(url.host, 'it is no name that a host can have')
  if (isPracticeHost(host)) return { ...target, kind: 'practice' }
  if (microsoftHosts.some((entry) => names(entry, host, port)))
    return { ...target, kind: 'microsoft' }
  throw refused(url.host, `it is none of Microsoft's hosts; ${advice}`)
}

/** Whether `host` belongs to the practice tenant. */
export function isPracticeHost(host: string): boolean {
  return host.endsWith(practiceHostSuffix) && host.length > practiceHostSuffix.length
}

/** The error of a host that the policy keeps shut. */
export function refused(host: string, why: string): OutboundError {
  return new OutboundError({
    code: 'egress_refused',
    host,
    phase: 'policy',
    message: `${host} was not called: ${why}`,
  })
}

function parse(address: string): URL {
  if (URL.canParse(address)) return new URL(address)
  throw refused('(no host)', 'the address is not a URL')
}

function names(entry: string, hostname: string, port: number): boolean {
  const [, name = '', ownPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
  if (Number(ownPort ?? 443) !== port) return false
  if (name.startsWith('*.')) return hostname.endsWith(name.slice(1)) && name.length > 2
  return name === hostname
}
