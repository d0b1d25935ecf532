import type { RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import type { Socket } from 'node:net'
import { createServer as createTls, type TlsOptions } from 'node:tls'
import type { Slot } from '@/faults/world/slots'
import type { Issued } from '@/lib/http/fixtures/certificates'

/** Lets `slot` speak HTTPS with the certificate `shown`. */
export function serveHttps(slot: Slot, shown: Issued, answer: RequestListener): string {
  const server = createHttps({ ...shown, keepAliveTimeout: 1000 }, answer)
  server.on('tlsClientError', () => undefined)
  slot.onConnection((socket) => void server.emit('connection', socket))
  return slot.origin
}

/** Lets `slot` speak TLS, with anything but HTTP inside. */
export function serveTls(
  slot: Slot,
  options: TlsOptions,
  onSecure: (socket: Socket) => void = (socket) => void socket.end(),
): string {
  const server = createTls(options, (socket) => {
    socket.on('error', () => undefined)
    onSecure(socket)
  })
  server.on('tlsClientError', () => undefined)
  slot.onConnection((socket) => void server.emit('connection', socket))
  return slot.origin
}

/** Lets `slot` do with the bare connection what `handle` does. */
export function serveTcp(slot: Slot, handle: (socket: Socket) => void): string {
  slot.onConnection(handle)
  return slot.origin
}
