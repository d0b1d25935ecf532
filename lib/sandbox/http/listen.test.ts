import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { connect, type TLSSocket } from 'node:tls'
import { type Agent, request } from 'undici'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Listener, listen } from '@/lib/sandbox/http/listen'
import { loopbackAgent } from '@/lib/sandbox/loopback'
import { type Certificates, loadCertificates } from '@/lib/sandbox/tls/certificates'
import type { Handler, SandboxLog } from '@/lib/sandbox/types'

const url = 'https://portal.practice.localhost'
let dir: string
let certificates: Certificates
let listener: Listener
let agent: Agent
let failures: string[] = []
const log: SandboxLog = {
  info() {},
  warn() {},
  error: (_facts, message) => void failures.push(message),
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'practice-http-'))
  certificates = await loadCertificates(dir, new Date())
})
afterAll(() => rm(dir, { recursive: true }))
afterEach(async () => {
  await agent.close()
  await listener.close()
  failures = []
})

async function serve(handler: Handler, limits: Partial<Parameters<typeof listen>[0]> = {}) {
  listener = await listen({ port: 0, certificates, handler, log, ...limits })
  agent = loopbackAgent({ port: listener.port, caPem: certificates.caPem })
}

const ask = (path = '/', input: Parameters<typeof request>[1] = {}) =>
  request(url + path, { dispatcher: agent, ...input })

async function dial(): Promise<TLSSocket> {
  const servername = 'portal.practice.localhost'
  const socket = connect({
    port: listener.port,
    host: '127.0.0.1',
    servername,
    ca: certificates.caPem,
  })
  await once(socket, 'secureConnect')
  socket.on('error', () => undefined)
  return socket
}

/** Everything that comes until the other side hangs up. */
async function drain(socket: TLSSocket): Promise<string> {
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  return text
}

describe('a request', () => {
  test('arrives with method, URL, headers and body as they were sent', async () => {
    await serve(async (request) =>
      Response.json({
        method: request.method,
        url: request.url,
        twice: request.headers.get('x-twice'),
        body: await request.text(),
      }),
    )
    const { body } = await ask('/a/b%20c?d=e', {
      method: 'POST',
      headers: { 'x-twice': ['one', 'two'] },
      body: 'größer',
    })
    expect(await body.json()).toEqual({
      method: 'POST',
      url: `${url}/a/b%20c?d=e`,
      twice: 'one, two',
      body: 'größer',
    })
  })

  test('whose body is over the limit is answered 413, streamed or not', async () => {
    await serve(async (request) => new Response(await request.text()), { bodyBytesMax: 1000 })
    const chunks = async function* () {
      for (let count = 0; count < 100; count += 1) yield Buffer.alloc(100)
    }
    for (const body of ['x'.repeat(1001), Readable.from(chunks())]) {
      const answer = await ask('/', { method: 'POST', body })
      await answer.body.dump()
      expect(answer.statusCode).toBe(413)
    }
    const answer = await ask('/', { method: 'POST', body: 'x'.repeat(1000) })
    expect((await answer.body.text()).length).toBe(1000)
    expect(failures).toEqual([])
  })

  test.each([
    'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    '\u0000\u0001\r\n\r\n',
  ])('that is none (%j) is answered 400', async (raw) => {
    await serve(async () => new Response('never'))
    const socket = await dial()
    socket.write(raw)
    socket.setTimeout(2_000, () => socket.destroy())
    expect(await drain(socket)).toMatch(/^HTTP\/1\.1 400 /)
  })

  test('whose headers never end is cut off', async () => {
    await serve(async () => new Response('never'), { headersTimeoutMs: 300 })
    const socket = await dial()
    socket.write('GET / HTTP/1.1\r\nHost: portal.practice.localhost\r\nX-Slow: ')
    expect(await drain(socket)).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('in the clear gets no answer', async () => {
    await serve(async () => new Response('never'))
    const socket = createConnection(listener.port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    let text = ''
    for await (const chunk of socket) text += String(chunk)
    expect(text).toBe('')
  })
})

describe('an answer', () => {
  test('streams: its first part is there before its last is made', async () => {
    let release: (() => void) | undefined
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    await serve(async () => {
      const parts = new ReadableStream<Uint8Array>({
        async start(controller) {
          controller.enqueue(Buffer.from('first '))
          await released
          controller.enqueue(Buffer.from('last'))
          controller.close()
        },
      })
      return new Response(parts)
    })
    const { body } = await ask()
    const reader = body[Symbol.asyncIterator]()
    expect(String((await reader.next()).value)).toBe('first ')
    release?.()
    expect(String((await reader.next()).value)).toBe('last')
  })

  test('is no longer made when its reader has gone', async () => {
    let stop: (() => void) | undefined
    const stopped = new Promise<void>((resolve) => {
      stop = resolve
    })
    let aborted: Promise<unknown> | undefined
    await serve(async (request) => {
      aborted = once(request.signal, 'abort')
      return new Response(
        new ReadableStream({
          pull: (controller) => controller.enqueue(Buffer.alloc(65_536)),
          cancel: () => stop?.(),
        }),
      )
    })
    const { body } = await ask()
    await body[Symbol.asyncIterator]().next()
    body.destroy()
    await Promise.all([stopped, aborted])
    expect(failures).toEqual([])
  })

  test('to HEAD has headers and no body', async () => {
    await serve(async () => new Response('hidden', { headers: { 'x-seen': 'yes' } }))
    const { headers, body } = await ask('/', { method: 'HEAD' })
    expect(headers['x-seen']).toBe('yes')
    expect(await body.text()).toBe('')
  })

  test('keeps several cookies apart', async () => {
    await serve(async () => {
      const response = new Response(null)
      response.headers.append('set-cookie', 'a=1')
      response.headers.append('set-cookie', 'b=2')
      return response
    })
    expect((await ask()).headers['set-cookie']).toEqual(['a=1', 'b=2'])
  })

  test('of a handler that throws is a bare 500, and the log knows why', async () => {
    await serve(async () => {
      throw new Error('secret detail')
    })
    const { statusCode, body } = await ask()
    expect(statusCode).toBe(500)
    expect(await body.text()).not.toContain('secret detail')
    expect(failures).toEqual(['practice handler failed'])
  })

  test('whose stream breaks is cut off, never ended as if it were whole', async () => {
    await serve(async () => {
      const broken = new ReadableStream({
        start: (controller) => controller.enqueue(Buffer.from('half')),
        pull: () => Promise.reject(new Error('gone')),
      })
      return new Response(broken)
    })
    await expect(ask().then(({ body }) => body.text())).rejects.toThrow()
    expect(failures).toEqual(['practice answer broke off'])
  })
})

test('closing ends with connections still open, and frees the port', async () => {
  const endless = () =>
    new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from('first')) })
  await serve(async () => new Response(endless()))
  const socket = await dial()
  socket.write('GET / HTTP/1.1\r\nHost: portal.practice.localhost\r\n\r\n')
  await once(socket, 'data')
  await listener.close()
  await serve(async () => new Response('again'), { port: listener.port })
  expect(await (await ask()).body.text()).toBe('again')
})
