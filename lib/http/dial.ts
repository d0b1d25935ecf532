import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net'
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls'
import { bounded } from '@/lib/http/bounded'
import { type EgressTarget, refused } from '@/lib/http/egress'
import { onAbort } from '@/lib/http/on-abort'
import { noteOpening, PhaseClock } from '@/lib/http/opening-times'
import type { OutboundPhase } from '@/lib/http/outbound-error'
import { practiceRoute } from '@/lib/http/practice-route'
import { openTunnel, proxyFor } from '@/lib/http/proxy'
import { type CheckedAddress, type Lookup, resolveTarget } from '@/lib/http/resolve'
import { practiceTrust, publicTrust } from '@/lib/http/trust'
import { untilAborted } from '@/lib/http/until-aborted'

/** What a connection attempt may cost; `signal` and `timeoutMs` bound all of its phases together. */
export type DialOptions = Readonly<{
  signal?: AbortSignal | undefined
  timeoutMs: number
  lookup?: Lookup | undefined
}>

/** How long one address of several may be silent before the next is tried. @see RFC 8305 */
const nextAddressAfterMs = 500

/**
 * A TLS connection to `target`, whose addresses have passed the policy and whose certificate is
 * trusted and names the host.
 *
 * @throws {OutboundError} with the phase that broke.
 */
export async function dial(target: EgressTarget, options: DialOptions): Promise<TLSSocket> {
  const clock = new PhaseClock()
  return await bounded({ host: target.host, ...options }, async (signal, tell) => {
    const enter = (phase: OutboundPhase) => {
      tell(phase)
      clock.enter(phase)
    }
    const socket = await openSocket(target, { ...options, signal, enter })
    enter('tls')
    const secured = await secure(socket, target, { signal, verify: true })
    noteOpening(secured, clock.end())
    return secured
  })
}

/**
 * A TCP connection to `target`, or the tunnel to it where a proxy stands in between.
 *
 * @throws {OutboundError} with the phase that broke.
 */
export async function dialTcp(target: EgressTarget, options: DialOptions): Promise<Socket> {
  return await bounded(
    { host: target.host, ...options },
    async (signal, enter) => await openSocket(target, { ...options, signal, enter }),
  )
}

/**
 * A TLS connection whose certificate nobody has checked: for looking at it, never for sending.
 *
 * @throws {OutboundError} with the phase that broke.
 */
export async function dialUnverified(
  target: EgressTarget,
  options: DialOptions,
): Promise<TLSSocket> {
  return await bounded({ host: target.host, ...options }, async (signal, enter) => {
    const socket = await openSocket(target, { ...options, signal, enter })
    enter('tls')
    return await secure(socket, target, { signal, verify: false })
  })
}

async function secure(
  socket: Socket,
  target: EgressTarget,
  { signal, verify }: Readonly<{ signal: AbortSignal; verify: boolean }>,
): Promise<TLSSocket> {
  const tls = connectTls({
    socket,
    host: target.host,
    // A server name must not be an address (RFC 6066); the certificate is checked against `host`.
    servername: isIP(target.host) === 0 ? target.host : '',
    secureContext: trustOf(target),
    rejectUnauthorized: verify,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['http/1.1'],
  })
  return await opened(tls, 'secureConnect', signal)
}

type OpenOptions = Omit<DialOptions, 'timeoutMs'> &
  Readonly<{ signal: AbortSignal; enter: (phase: OutboundPhase) => void }>

async function openSocket(target: EgressTarget, options: OpenOptions): Promise<Socket> {
  const { signal, enter } = options
  const proxy = proxyFor(target)
  if (proxy !== undefined) {
    enter('proxy')
    return await openTunnel(proxy, target, signal)
  }
  enter('dns')
  const addresses = await untilAborted(resolveTarget(target, options.lookup), signal)
  enter('connect')
  const lookup: LookupFunction = (_host, _options, callback) => callback(null, [...addresses])
  const socket = connectTcp({
    host: target.kind === 'practice' ? loopback(addresses) : target.host,
    port: portOf(target),
    lookup,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: nextAddressAfterMs,
    noDelay: true,
    keepAlive: true,
  })
  return await opened(socket, 'connect', signal)
}

function portOf(target: EgressTarget): number {
  if (target.kind !== 'practice') return target.port
  const route = practiceRoute()
  if (route === undefined) throw refused(target.host, 'the practice tenant does not run')
  return route.port
}

function trustOf(target: EgressTarget): SecureContext {
  if (target.kind !== 'practice') return publicTrust()
  const route = practiceRoute()
  if (route === undefined) throw refused(target.host, 'the practice tenant does not run')
  return practiceTrust(route.caPem)
}

function loopback(addresses: readonly CheckedAddress[]): string {
  return addresses[0]?.address ?? '127.0.0.1'
}

function opened<T extends Socket>(socket: T, event: string, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    socket.once('error', reject).once(event, () => resolve(socket))
    const off = onAbort(signal, () => socket.destroy(new Error('The connection was given up')))
    socket.once('close', off).once(event, off)
  })
}
