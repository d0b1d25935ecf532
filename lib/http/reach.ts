import type { DetailedPeerCertificate, TLSSocket } from 'node:tls'
import { bounded } from '@/lib/http/bounded'
import { certificateOf, nameOf, withCertificate } from '@/lib/http/certificate-facts'
import { dial, dialTcp } from '@/lib/http/dial'
import { checkEgress, type EgressTarget } from '@/lib/http/egress'
import { type CertificateFacts, OutboundError } from '@/lib/http/outbound-error'
import { proxyFor } from '@/lib/http/proxy'
import { type CheckedAddress, resolveTarget } from '@/lib/http/resolve'
import { toOutboundError } from '@/lib/http/to-outbound-error'
import { isAmongRoots } from '@/lib/http/trust'
import { untilAborted } from '@/lib/http/until-aborted'

export type ReachOptions = Readonly<{ signal: AbortSignal; timeoutMs: number }>

export type HostFacts = Readonly<{
  host: string
  /** Empty where a proxy resolves the name. */
  addresses: readonly CheckedAddress[]
  via: 'dns' | 'practice' | 'proxy'
  tookMs: number
}>

export type TcpFacts = Readonly<{
  address: string
  port: number
  /** Host of the proxy that stands in between; null for a direct connection. */
  proxy: string | null
  tookMs: number
}>

export type TlsFacts = CertificateFacts &
  Readonly<{
    protocol: string
    cipher: string
    daysLeft: number
    tookMs: number
    /** Who issued the certificate, then who vouches for that one, and so on. */
    issuers: readonly string[]
    /**
     * By whom it is trusted: an authority that comes with Node, one that was added on this machine
     * (NODE_EXTRA_CA_CERTS, the system’s own), or the practice tenant’s.
     */
    trustedBy: 'public' | 'added' | 'practice'
  }>

/**
 * Asks which addresses the host of `url` has.
 *
 * @throws {OutboundError} `dns_not_found`, `dns_failed`, `egress_refused`.
 */
export async function resolveHost(url: string, options: ReachOptions): Promise<HostFacts> {
  const startedAt = performance.now()
  const target = checkEgress(url)
  const via = routeOf(target)
  const addresses = via === 'proxy' ? [] : await within(target, options)
  return { host: target.host, addresses, via, tookMs: performance.now() - startedAt }
}

/**
 * Connects to the host of `url` and hangs up.
 *
 * @throws {OutboundError} `connect_refused`, `connect_timed_out` and the like; the message says so
 * where the host has IPv6 addresses only.
 */
export async function connectTcp(url: string, options: ReachOptions): Promise<TcpFacts> {
  const startedAt = performance.now()
  const target = checkEgress(url)
  const socket = await dialTcp(target, options).catch(async (error: unknown) => {
    throw await withFamily(toOutboundError(error, target.host, 'connect'), target)
  })
  const facts = {
    address: socket.remoteAddress ?? target.host,
    port: socket.remotePort ?? target.port,
    proxy: proxyFor(target)?.host ?? null,
    tookMs: performance.now() - startedAt,
  }
  socket.on('error', () => undefined).destroy()
  return facts
}

/**
 * Shakes hands with the host of `url`, looks at its certificate and hangs up. When the certificate
 * is not trusted, a second handshake reads it for the error; nothing is ever sent over that one.
 *
 * @throws {OutboundError} with `certificate` where it could be read.
 */
export async function inspectTls(
  url: string,
  options: ReachOptions & Readonly<{ now?: () => Date }>,
): Promise<TlsFacts> {
  const startedAt = performance.now()
  const target = checkEgress(url)
  const socket = await dial(target, options).catch(async (error: unknown) => {
    throw await withCertificate(toOutboundError(error, target.host, 'tls'), target, options)
  })
  const certificate = certificateOf(socket)
  const chain = chainOf(socket)
  const trustedBy = trustOf(target, chain)
  const facts = {
    issuers: chain.map(({ issuer }) => nameOf(issuer)),
    trustedBy,
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().name,
    tookMs: performance.now() - startedAt,
  }
  socket.on('error', () => undefined).destroy()
  if (certificate === undefined) throw noCertificate(target)
  const leftMs = certificate.validTo.getTime() - (options.now?.() ?? new Date()).getTime()
  return { ...certificate, ...facts, daysLeft: Math.floor(leftMs / 86_400_000) }
}

function routeOf(target: EgressTarget): HostFacts['via'] {
  if (target.kind === 'practice') return 'practice'
  return proxyFor(target) === undefined ? 'dns' : 'proxy'
}

async function within(target: EgressTarget, options: ReachOptions) {
  return await bounded({ host: target.host, ...options }, async (signal, enter) => {
    enter('dns')
    return await untilAborted(resolveTarget(target), signal)
  })
}

/** A name with IPv6 addresses only looks like any other host that cannot be reached. */
async function withFamily(error: OutboundError, target: EgressTarget): Promise<OutboundError> {
  const isSilent = error.code === 'network_unreachable' || error.code === 'connect_timed_out'
  if (!isSilent || routeOf(target) !== 'dns') return error
  // What cannot be looked up a second time adds nothing to the first error.
  const addresses = await resolveTarget(target).catch(() => [])
  if (addresses.length === 0 || addresses.some(({ family }) => family === 4)) return error
  const list = addresses.map(({ address }) => address).join(', ')
  return error.with({ message: `${error.message} (only IPv6 addresses: ${list})` })
}

function trustOf(
  target: EgressTarget,
  chain: readonly DetailedPeerCertificate[],
): TlsFacts['trustedBy'] {
  if (target.kind === 'practice') return 'practice'
  return isAmongRoots(chain.map(({ fingerprint256 }) => fingerprint256)) ? 'public' : 'added'
}

/** The certificates from the server’s up to the one that is trusted, as far as they are known. */
function chainOf(socket: TLSSocket): DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = []
  let next: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true)
  while (next?.fingerprint256 !== undefined && chain.length < chainLengthMax) {
    chain.push(next)
    // The last one names itself as its issuer.
    next = next.issuerCertificate === next ? undefined : next.issuerCertificate
  }
  return chain
}

const chainLengthMax = 10

function noCertificate(target: EgressTarget): OutboundError {
  return new OutboundError({
    code: 'tls_failed',
    host: target.host,
    phase: 'tls',
    message: `${target.host} showed no certificate`,
  })
}
