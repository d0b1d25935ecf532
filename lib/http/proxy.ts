import type { Socket } from 'node:net'
import { Pool } from 'undici'
import { type Env, env } from '@/lib/env/env'
import type { EgressTarget } from '@/lib/http/egress'
import { OutboundError } from '@/lib/http/outbound-error'
import { processWide } from '@/lib/http/process-wide'
import { publicTrust } from '@/lib/http/trust'

/**
 * The proxy through which `target` is called, from HTTPS_PROXY and NO_PROXY; undefined for a
 * direct call. Entries of NO_PROXY are `*`, `host`, `.suffix` or `host:port`; a host covers its
 * subdomains, as with curl.
 */
export function proxyFor(
  target: EgressTarget,
  settings: Pick<Env, 'HTTPS_PROXY' | 'NO_PROXY'> = env(),
): URL | undefined {
  if (settings.HTTPS_PROXY === undefined || target.kind === 'practice') return undefined
  const entries = settings.NO_PROXY.toLowerCase().split(/[\s,]+/)
  if (entries.some((entry) => covers(entry, target))) return undefined
  return new URL(settings.HTTPS_PROXY)
}

/**
 * A tunnel through `proxy` to `target`: a raw socket on which TLS can begin.
 *
 * @throws {OutboundError} `proxy_failed` when the proxy is not reached or refuses the tunnel.
 * @see RFC 9110, 9.3.6 CONNECT
 */
export async function openTunnel(
  proxy: URL,
  target: EgressTarget,
  signal: AbortSignal,
): Promise<Socket> {
  const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`
  const headers = { host: authority, ...authorization(proxy) }
  const { socket, statusCode } = await poolOf(proxy)
    .connect({ path: authority, headers, signal })
    .catch((error: unknown) => {
      throw failed(target, `the proxy ${proxy.host} was not reached`, error)
    })
  if (statusCode >= 200 && statusCode < 300) return socket as Socket
  socket.on('error', () => undefined).destroy()
  throw failed(target, `the proxy ${proxy.host} answered ${statusCode} to CONNECT`)
}

/** Ends every connection to a proxy that carries no tunnel yet. */
export async function closeProxies(): Promise<void> {
  const open = [...pools().values()]
  pools().clear()
  await Promise.all(open.map((pool) => pool.destroy()))
}

const pools = () => processWide('proxy-pools', () => new Map<string, Pool>())

function poolOf(proxy: URL): Pool {
  const known = pools().get(proxy.origin)
  if (known !== undefined) return known
  const pool = new Pool(proxy.origin, {
    connect: { secureContext: publicTrust(), rejectUnauthorized: true, timeout: 10_000 },
  })
  pools().set(proxy.origin, pool)
  return pool
}

function authorization(proxy: URL): Record<string, string> {
  if (proxy.username === '') return {}
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

function failed(target: EgressTarget, why: string, cause?: unknown): OutboundError {
  return new OutboundError({
    code: 'proxy_failed',
    host: target.host,
    phase: 'proxy',
    message: `${target.host} was not reached: ${why}`,
    cause,
  })
}

function covers(entry: string, target: EgressTarget): boolean {
  if (entry === '*') return true
  const [, name = '', port] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? []
  if (name === '' || (port !== undefined && Number(port) !== target.port)) return false
  return target.host === name || target.host.endsWith(`.${name}`)
}
