import { Agent } from 'undici'
import { withCertificate } from '@/lib/http/certificate-facts'
import { dial } from '@/lib/http/dial'
import { checkEgress } from '@/lib/http/egress'
import { processWide } from '@/lib/http/process-wide'
import { closeProxies } from '@/lib/http/proxy'
import { toOutboundError } from '@/lib/http/to-outbound-error'

/** From the first name look-up to a trusted TLS session. */
const connectTimeoutMs = 10_000

const holder = () =>
  processWide<{ agent: Agent | undefined }>('outbound-agent', () => ({ agent: undefined }))

/**
 * The one pool of connections of this process. The policy is asked again for every connection
 * that it opens, so that no caller can go around it.
 */
export function outboundAgent(): Agent {
  const held = holder()
  held.agent ??= makeAgent()
  return held.agent
}

/** Ends every pooled connection; calls in flight fail. The next call opens a new pool. */
export async function closeOutbound(): Promise<void> {
  const held = holder()
  const agent = held.agent
  held.agent = undefined
  await agent?.destroy()
  await closeProxies()
}

function makeAgent(): Agent {
  return new Agent({
    connections: 128,
    pipelining: 1,
    maxRedirections: 0,
    keepAliveTimeout: 30_000,
    keepAliveMaxTimeout: 120_000,
    maxHeaderSize: 64 * 1024,
    connect: ({ protocol, host, hostname, port }, callback) => {
      const authority = host ?? (port === '' ? hostname : `${hostname}:${port}`)
      open(`${protocol}//${authority}`).then(
        (socket) => callback(null, socket),
        // undici repeats some of Node's codes for ever; ours end the call.
        (error: unknown) => callback(toOutboundError(error, hostname, 'connect'), null),
      )
    },
  })
}

async function open(origin: string) {
  const target = checkEgress(origin)
  const options = { timeoutMs: connectTimeoutMs }
  return await dial(target, options).catch(async (error: unknown) => {
    throw await withCertificate(toOutboundError(error, target.host, 'tls'), target, options)
  })
}
