import { createEntra } from '@/lib/sandbox/entra/entra'
import { loadSigningKey } from '@/lib/sandbox/entra/signing-key'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { createVerifyToken } from '@/lib/sandbox/entra/verify-token'
import { createFinops } from '@/lib/sandbox/finops/finops'
import { createGraph } from '@/lib/sandbox/graph/graph'
import {
  environmentHost,
  environments,
  graphHost,
  loginHost,
  loginOrigin,
  portalHost,
} from '@/lib/sandbox/hosts'
import { listen } from '@/lib/sandbox/http/listen'
import { createPortal } from '@/lib/sandbox/portal/portal'
import { createFinopsState } from '@/lib/sandbox/state/finops-state'
import { openStore, type Store } from '@/lib/sandbox/state/store'
import { loadCertificates } from '@/lib/sandbox/tls/certificates'
import type { FinopsOptions, Handler, SandboxLog } from '@/lib/sandbox/types'

export type SandboxOptions = Readonly<{
  /** Folder that holds keys and state; made where missing. */
  dir: string
  /** Port on 127.0.0.1; default 0, a free one. */
  port?: number
  /** Rough size of the largest entity; default 5,000 rows. */
  rows?: number
  now?: () => Date
  log?: SandboxLog
}>

/** A practice tenant that runs. Only who trusts `caPem` can talk to it. */
export type Sandbox = Readonly<{
  port: number
  caPem: string
  /** Changes what the tenant remembers, as its portal does; resolves when it is on disk. */
  change: Store['change']
  close(): Promise<void>
}>

const silent: SandboxLog = { info() {}, warn() {}, error() {} }
const defaultRows = 5_000

/**
 * Starts the practice tenant: one TLS listener on 127.0.0.1 for Entra, Graph, the portal and the
 * F&O environments, told apart by their host names.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const now = options.now ?? (() => new Date())
  const log = options.log ?? silent
  const certificates = await loadCertificates(options.dir, now())
  const key = await loadSigningKey(options.dir)
  const store = await openStore({ dir: options.dir, now, log })
  const verifyToken = createVerifyToken(key, now)
  const hosts = new Map<string, Handler>([
    [loginHost, createEntra({ store, key, now })],
    [graphHost, createGraph({ store, verifyToken, now })],
    [portalHost, createPortal({ store, now })],
    ...finopsHosts(store, { verifyToken, now, rows: options.rows ?? defaultRows }),
  ])
  const listener = await listen({
    port: options.port ?? 0,
    certificates,
    handler: (request) => answerByHost(request, hosts),
    log,
  })
  const { caPem } = certificates
  return { port: listener.port, caPem, change: store.change, close: listener.close }
}

function finopsHosts(
  store: Store,
  shared: Pick<FinopsOptions, 'verifyToken' | 'now' | 'rows'>,
): [string, Handler][] {
  return environments.map((environment) => {
    const host = environmentHost(environment)
    const state = createFinopsState(store, environment, shared.now)
    return [
      host,
      createFinops({
        ...shared,
        host,
        tenantId: homeTenant.tenantId,
        authorityOrigin: loginOrigin,
        state,
      }),
    ]
  })
}

async function answerByHost(
  request: Request,
  hosts: ReadonlyMap<string, Handler>,
): Promise<Response> {
  const handler = hosts.get(new URL(request.url).hostname)
  if (handler) return handler(request)
  return new Response('The practice tenant has no such host.\n', {
    status: 421,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
