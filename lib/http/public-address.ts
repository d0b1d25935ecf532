import { BlockList, isIPv4 } from 'node:net'

/**
 * And Azure's wire server, which looks public and answers a machine in Azure alone.
 *
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
 */
const special4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** @see https://www.iana.org/assignments/iana-ipv6-special-registry */
const special6: readonly (readonly [string, number])[] = [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

const special = new BlockList()
for (const [net, prefix] of special4) special.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of special6) special.addSubnet(net, prefix, 'ipv6')

/** Prefixes under which an IPv6 address carries an IPv4 one in its last 32 bits. */
const embedding = new BlockList()
embedding.addSubnet('::', 96, 'ipv6')
embedding.addSubnet('::ffff:0:0:0', 96, 'ipv6')
embedding.addSubnet('64:ff9b::', 96, 'ipv6')

/**
 * Whether `address` is one of the open internet: not private, loopback, link-local, carrier-grade
 * NAT, multicast, reserved or documentation, also when written as or wrapped in an IPv6 address.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4')
  const plain = address.split('%')[0] ?? address
  const mapped = mappedIpv4(plain)
  if (mapped !== undefined) return !special.check(mapped, 'ipv4')
  return !special.check(plain, 'ipv6')
}

function mappedIpv4(address: string): string | undefined {
  // The URL parser is the one normaliser of IPv6 text that Node has.
  const host = new URL(`https://[${address}]/`).hostname.slice(1, -1)
  const groups = host.split(':')
  const isMapped = host.startsWith('::ffff:') && groups.length === 5
  if (!isMapped && !embedding.check(host, 'ipv6')) return undefined
  if (host === '::' || host === '::1') return undefined
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
