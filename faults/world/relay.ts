import type { RequestListener } from 'node:http'
import { request as send } from 'node:https'

/** Hands calls on to `host` on a port of this machine, as a proxy that opens them does. */
export function relayTo(
  host: string,
  { port, caPem }: Readonly<{ port: number; caPem: string }>,
): RequestListener {
  return (incoming, response) => {
    const headers = { ...incoming.headers, host }
    const { method, url: path } = incoming
    const outgoing = send(
      { host: '127.0.0.1', port, servername: host, ca: caPem, method, path, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    outgoing.on('error', () => response.destroy())
    incoming.pipe(outgoing)
  }
}
