import { once } from 'node:events'
import { createServer, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** JSON bodies by the end of the path that they answer. */
export type Answers = readonly (readonly [path: RegExp, body: Buffer])[]

const chunkBytes = 64 * 1024

/**
 * Stands between the browser and the app: answers some paths itself, so that the size of what comes
 * is known, and hands on the rest.
 */
export async function startStandIn(app: string, answers: Answers) {
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', app)
    const body = answers.find(([path]) => path.test(pathname))?.[1]
    if (body && incoming.method === 'GET') {
      void send(outgoing, body)
      return
    }
    const onward = request(
      new URL(incoming.url ?? '/', app),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://localhost:${port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Sent in pieces, as it would come from F&O through the app. */
async function send(outgoing: ServerResponse, body: Buffer) {
  outgoing.writeHead(200, { 'content-type': 'application/json' })
  for (let at = 0; at < body.length && !outgoing.destroyed; at += chunkBytes) {
    const isFull = !outgoing.write(body.subarray(at, at + chunkBytes))
    if (isFull) await once(outgoing, 'drain').catch(() => undefined)
  }
  outgoing.end()
}
