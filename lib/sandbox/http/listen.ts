import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import { sendResponse } from '@/lib/sandbox/http/send-response'
import { BodyTooLargeError, toRequest } from '@/lib/sandbox/http/to-request'
import type { Certificates } from '@/lib/sandbox/tls/certificates'
import type { Handler, SandboxLog } from '@/lib/sandbox/types'

export type ListenOptions = Readonly<{
  /** 0 picks a free one. */
  port: number
  certificates: Certificates
  handler: Handler
  log: SandboxLog
  /** Largest request body; default 4 MiB. */
  bodyBytesMax?: number
  /** How long a client may take to send its headers; default 10 s. */
  headersTimeoutMs?: number
  /** How long a client may take to send all of its request; default 30 s. */
  requestTimeoutMs?: number
}>

export type Listener = Readonly<{ port: number; close(): Promise<void> }>

/** Serves `handler` over TLS on 127.0.0.1, and on no other address. */
export async function listen(options: ListenOptions): Promise<Listener> {
  const headersTimeout = options.headersTimeoutMs ?? 10_000
  const server = createServer(
    {
      cert: options.certificates.certPem,
      key: options.certificates.keyPem,
      minVersion: 'TLSv1.2',
      maxHeaderSize: 65_536,
      headersTimeout,
      requestTimeout: options.requestTimeoutMs ?? 30_000,
      connectionsCheckingInterval: Math.min(headersTimeout, 5_000),
      handshakeTimeout: headersTimeout,
      keepAliveTimeout: 30_000,
    },
    (incoming, outgoing) => void answer(incoming, outgoing, options),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
  server.on('error', (error) => options.log.error({ err: error }, 'practice listener failed'))
  return { port: boundPort(server), close: () => close(server) }
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: ListenOptions,
): Promise<void> {
  const abort = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) abort.abort()
  })
  try {
    const response = await respond(incoming, abort.signal, options)
    // An unread body cannot be drained for ever: the connection ends with this answer.
    if (!incoming.complete) outgoing.setHeader('connection', 'close')
    await sendResponse(response, outgoing, incoming.method ?? 'GET')
  } catch (error) {
    if (!abort.signal.aborted) options.log.error({ err: error }, 'practice answer broke off')
    outgoing.destroy()
  }
}

async function respond(
  incoming: IncomingMessage,
  signal: AbortSignal,
  options: ListenOptions,
): Promise<Response> {
  let request: Request
  try {
    request = toRequest(incoming, { signal, bodyBytesMax: options.bodyBytesMax ?? 4_194_304 })
  } catch {
    // Host and path come from anyone; what makes no URL is the sender's mistake, not ours.
    return new Response('Bad Request', { status: 400, headers: { connection: 'close' } })
  }
  try {
    return await options.handler(request)
  } catch (error) {
    if (error instanceof BodyTooLargeError) return new Response('Body too large', { status: 413 })
    if (!signal.aborted) options.log.error({ err: error }, 'practice handler failed')
    return new Response('The practice tenant failed.', { status: 500 })
  }
}

function boundPort(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
