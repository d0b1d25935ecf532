/** An Entra and an F&O that are some milliseconds away, in a process of their own. See `proxy.ts`. */
import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { openIdConfiguration } from '@/lib/sandbox/entra/discovery'
import { homeTenant } from '@/lib/sandbox/entra/tenants'

/** What its parent sends it to begin with; it answers with its port. */
export type FarServiceOrder = Readonly<{ tls: ServerOptions; awayMs: number; manyRows: number }>

const pieceBytes = 32 * 1024

/** A row of 40 fields, as wide as F&O's usual ones. */
function row(index: number): string {
  const fields = Array.from({ length: 13 }, (_, field) => [
    [`Name${field}`, `Contoso retail ${index}-${field}`],
    [`Amount${field}`, index * field + 0.25],
    [`At${field}`, '2026-03-02T08:00:00Z'],
  ]).flat()
  return JSON.stringify({ dataAreaId: 'usmf', ...Object.fromEntries(fields) })
}

function page(rows: number): Buffer {
  const body = Array.from({ length: rows }, (_, index) => row(index)).join(',')
  return Buffer.from(`{"@odata.context":"$metadata#Rows","value":[${body}]}`)
}

/** As a service sends what it reads from its database: a piece at a time, as fast as it is taken. */
function* piecesOf(body: Buffer): Generator<Buffer> {
  for (let from = 0; from < body.length; from += pieceBytes) {
    yield body.subarray(from, from + pieceBytes)
  }
}

function token(): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const claims = { tid: homeTenant.tenantId, exp: Math.floor(Date.now() / 1000) + 3600 }
  return `${encode({ alg: 'none' })}.${encode(claims)}.x`
}

function serve({ tls, awayMs, manyRows }: FarServiceOrder): void {
  const pages = new Map([
    ['/data/Few', page(20)],
    ['/data/Many', page(manyRows)],
  ])
  const server = createServer({ ...tls, keepAliveTimeout: 60_000 }, async (call, answer) => {
    const origin = `https://${call.headers.host}`
    const { pathname } = new URL(call.url ?? '/', origin)
    call.resume()
    await wait(awayMs)
    answer.setHeader('content-type', 'application/json')
    if (pathname.endsWith('/openid-configuration')) {
      answer.end(JSON.stringify(openIdConfiguration('v2', homeTenant, origin)))
    } else if (pathname.endsWith('/token')) {
      const minted = { token_type: 'Bearer', expires_in: 3600, access_token: token() }
      answer.end(JSON.stringify(minted))
    } else {
      const body = pages.get(pathname)
      answer.writeHead(body ? 200 : 404)
      Readable.from(piecesOf(body ?? Buffer.alloc(0))).pipe(answer)
    }
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
}

process.once('message', (order: FarServiceOrder) => serve(order))
process.once('disconnect', () => process.exit())
