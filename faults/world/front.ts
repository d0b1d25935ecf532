import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, request as send } from 'node:https'
import type { AddressInfo } from 'node:net'
import { decodeJwt } from 'jose'
import { closed, listening } from '@/faults/world/listening'
import type { Sandbox } from '@/lib/sandbox/start'
import type { Issued } from '@/lib/sandbox/tls/issue'

/** What may be changed of a call on its way to the practice tenant. */
export type Changes = Readonly<{ method?: string; path?: string; body?: string }>

/** One call to the practice tenant, seen in the middle of its way. */
export type FrontCall = Readonly<{
  /** `login.practice.localhost` */
  host: string
  method: string
  /** With its query. */
  path: string
  body: string
  response: ServerResponse
  /** Passes the call on, as it is or changed, and its answer back. */
  forward: (changes?: Changes) => Promise<void>
}>

export type Intercept = (call: FrontCall) => Promise<void> | void

/**
 * Stands between Fivestep and the practice tenant, with the tenant's own certificate, and breaks
 * the calls of one app while those of all others pass.
 */
export type Front = Readonly<{
  port: number
  intercept: (clientId: string, intercept: Intercept) => void
  close: () => Promise<void>
}>

/** Opens one before `practice`, showing a certificate that its authority has issued. */
export async function openFront(practice: Sandbox, shown: Issued): Promise<Front> {
  const { port: upstream, caPem } = practice
  const intercepts = new Map<string, Intercept>()
  const server = createServer({ cert: shown.certPem, key: shown.keyPem }, (incoming, response) => {
    handle({ incoming, response, intercepts, port: upstream, caPem }).catch(() =>
      // Whoever called learns of it as of any other broken connection.
      response.destroy(),
    )
  })
  await listening(server)
  const { port } = server.address() as AddressInfo
  return {
    port,
    intercept: (clientId, intercept) => void intercepts.set(clientId, intercept),
    close: () => closed(server),
  }
}

type Passing = Readonly<{
  incoming: IncomingMessage
  response: ServerResponse
  intercepts: ReadonlyMap<string, Intercept>
  port: number
  caPem: string
}>

async function handle(passing: Passing): Promise<void> {
  const { incoming, response, intercepts } = passing
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString('utf8')
  const forward = (changes: Changes = {}) => pass(passing, { body, ...changes })
  const intercept = intercepts.get(callerOf(incoming, body) ?? '')
  if (!intercept) return await forward()
  const { method = 'GET', url: path = '/' } = incoming
  const host = incoming.headers.host ?? ''
  await intercept({ host, method, path, body, response, forward })
}

/** The app that calls: by its token, or by the form in which it asks for one. */
function callerOf({ headers }: IncomingMessage, body: string): string | undefined {
  const bearer = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return String(decodeJwt(bearer).appid)
  return new URLSearchParams(body).get('client_id') ?? undefined
}

function pass({ incoming, response, port, caPem }: Passing, changes: Changes): Promise<void> {
  const host = incoming.headers.host ?? ''
  const body = changes.body ?? ''
  const { 'transfer-encoding': _coding, ...headers } = incoming.headers
  return new Promise((resolve, reject) => {
    const outgoing = send(
      {
        host: '127.0.0.1',
        port,
        servername: host,
        ca: caPem,
        method: changes.method ?? incoming.method,
        path: changes.path ?? incoming.url,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
        answer.on('end', resolve).on('error', reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
