import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { closed, listening } from '@/faults/world/listening'
import type { Slot } from '@/faults/world/slots'

/** What the proxy does with a host: a status in place of a tunnel, a slot to tunnel to, or hanging up. */
export type ProxyRule = Readonly<{ status: number } | { tunnelTo: Slot } | { hangsUp: true }>

/** A proxy as HTTPS_PROXY names one. Hosts that no state has spoken for are refused with 403. */
export type ConnectProxy = Readonly<{
  origin: string
  set: (host: string, rule: ProxyRule) => void
  close: () => Promise<void>
}>

/** Starts one on loopback. */
export async function openProxy(): Promise<ConnectProxy> {
  const rules = new Map<string, ProxyRule>()
  const sockets = new Set<Socket>()
  const server = createServer()
  server.on('connect', ({ url = '' }, socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    follow(socket, rules.get(url.replace(/:\d+$/, '')) ?? { status: 403 })
  })
  await listening(server)
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    set: (host, rule) => void rules.set(host, rule),
    async close() {
      for (const socket of sockets) socket.destroy()
      await closed(server)
    },
  }
}

function follow(socket: Socket, rule: ProxyRule): void {
  if ('hangsUp' in rule) {
    socket.destroy()
    return
  }
  if ('status' in rule) {
    socket.end(`HTTP/1.1 ${rule.status} Refused\r\ncontent-length: 0\r\n\r\n`)
    return
  }
  const upstream = connect(rule.tunnelTo.port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    socket.pipe(upstream).pipe(socket)
  })
  upstream.on('error', () => socket.destroy())
  socket.on('close', () => upstream.destroy())
}
