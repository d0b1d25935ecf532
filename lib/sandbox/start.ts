import { listen } from '@/lib/sandbox/http/listen'
import { loadCertificates } from '@/lib/sandbox/tls/certificates'
import type { SandboxLog } from '@/lib/sandbox/types'

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
export type Sandbox = Readonly<{ port: number; caPem: string; close(): Promise<void> }>

const silent: SandboxLog = { info() {}, warn() {}, error() {} }

/**
 * Starts the practice tenant: one TLS listener on 127.0.0.1 for Entra, Graph, the portal and the
 * F&O environments, told apart by their host names.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const now = options.now ?? (() => new Date())
  const log = options.log ?? silent
  const certificates = await loadCertificates(options.dir, now())
  const listener = await listen({
    port: options.port ?? 0,
    certificates,
    handler: async () => new Response('Not Found', { status: 404 }),
    log,
  })
  return { port: listener.port, caPem: certificates.caPem, close: listener.close }
}
