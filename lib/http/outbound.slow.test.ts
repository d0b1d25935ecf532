import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { env } from '@/lib/env/env'
import { closeOutbound } from '@/lib/http/agent'
import { type Issued, makeAuthority, makeLeaf } from '@/lib/http/fixtures/certificates'
import { Servers } from '@/lib/http/fixtures/servers'
import { type OutboundCall, send, sendStreaming } from '@/lib/http/outbound'
import type { OutboundError } from '@/lib/http/outbound-error'
import { setPracticeRoute } from '@/lib/http/practice-route'
import { connectTcp, inspectTls, resolveHost } from '@/lib/http/reach'

const servers = new Servers()
const dir = mkdtempSync(join(tmpdir(), 'http-'))
const bearer = 'Bearer a-token-that-must-stay-here'
const stolen: IncomingMessage['headers'][] = []
const seen: string[] = []
const connections = new Set<unknown>()
let busy = 0

let trusted: Issued
let practice: Issued
let ports: Readonly<
  Record<
    | 'good'
    | 'wrongName'
    | 'expired'
    | 'selfSigned'
    | 'untrusted'
    | 'practice'
    | 'practicePublic'
    | 'publicPractice'
    | 'garbage'
    | 'silent'
    | 'reset'
    | 'plain'
    | 'shut'
    | 'thief',
    number
  >
>

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const answers: Readonly<Record<string, Answer>> = {
  '/ok': (request, response) => {
    connections.add(request.socket)
    response.setHeader('x-two', ['one', 'two'])
    response.end(JSON.stringify({ url: request.url, headers: request.headers }))
  },
  '/echo': async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    response.end(`${request.method} ${Buffer.concat(chunks)}`)
  },
  '/never': () => undefined,
  '/pause': (_request, response) => {
    response.write('half of it')
  },
  '/drip': (_request, response) => {
    const timer = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(timer))
  },
  '/endless': (_request, response) => {
    response.writeHead(500, { 'content-type': 'text/plain' })
    pour(response)
  },
  '/bomb': (_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' })
    const gzip = createGzip()
    gzip.pipe(response)
    pour(gzip)
    response.on('close', () => gzip.destroy())
  },
  '/gzip': (_request, response) => coded(response, 'gzip', gzipSync('squeezed')),
  '/deflate': (_request, response) => coded(response, 'deflate', deflateSync('squeezed')),
  '/br': (_request, response) => coded(response, 'br', brotliCompressSync('squeezed')),
  '/zstd': (_request, response) => coded(response, 'zstd', Buffer.from('squeezed')),
  '/not-gzip': (_request, response) => coded(response, 'gzip', Buffer.from('not squeezed')),
  '/redirect': (_request, response) => {
    response.writeHead(302, { location: `https://localhost:${ports.thief}/` }).end()
  },
  '/half': (_request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('ten bytes.', () => response.destroy())
  },
  '/hang-up': (request) => request.socket.destroy(),
  '/busy': (request, response) => {
    seen.push(request.method ?? '')
    busy -= 1
    if (busy < 0) response.end('at last')
    else response.writeHead(503, { 'retry-after': '0' }).end('busy')
  },
  '/maintenance': (_request, response) => {
    response.writeHead(503, { 'retry-after': '300' }).end('Back soon')
  },
  '/nothing': (_request, response) => response.writeHead(204).end(),
}

function pour(target: NodeJS.WritableStream): void {
  const chunk = Buffer.alloc(64 * 1024, 'x')
  const more = () => {
    while (target.writable && target.write(chunk)) {
      // Until the buffer is full.
    }
  }
  target.on('drain', more).on('error', () => undefined)
  more()
}

function coded(response: ServerResponse, coding: string, body: Buffer): void {
  response.writeHead(200, { 'content-encoding': coding, 'content-length': String(body.length) })
  response.end(body)
}

beforeAll(async () => {
  trusted = await makeAuthority('Trusted by the file')
  practice = await makeAuthority('Practice')
  const stranger = await makeAuthority('Stranger')
  const good = await makeLeaf(trusted, { names: ['localhost', '127.0.0.1'] })
  const greet: Answer = (_request, response) => response.end('hello')
  const serve: Answer = (request, response) =>
    answers[request.url?.split('?')[0] ?? '']?.(request, response)

  ports = {
    good: await servers.https(good, serve),
    wrongName: await servers.https(await makeLeaf(trusted, { names: ['other.example'] }), greet),
    expired: await servers.https(
      await makeLeaf(trusted, {
        names: ['localhost'],
        notAfter: new Date(Date.now() - 86_400_000),
      }),
      greet,
    ),
    selfSigned: await servers.https(await makeLeaf(undefined, { names: ['localhost'] }), greet),
    untrusted: await servers.https(await makeLeaf(stranger, { names: ['localhost'] }), greet),
    practice: await servers.https(
      await makeLeaf(practice, { names: ['*.practice.localhost'] }),
      serve,
    ),
    practicePublic: await servers.https(
      await makeLeaf(trusted, { names: ['*.practice.localhost'] }),
      greet,
    ),
    publicPractice: await servers.https(await makeLeaf(practice, { names: ['localhost'] }), greet),
    garbage: await servers.tls(good, (socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')),
    silent: await servers.tcp(() => undefined),
    reset: await servers.tcp((socket) => socket.resetAndDestroy()),
    plain: await servers.tcp((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n')),
    shut: await servers.shut(),
    thief: await servers.https(good, (request, response) => {
      stolen.push(request.headers)
      response.end()
    }),
  }
  const file = join(dir, 'extra.pem')
  writeFileSync(file, trusted.cert)
  vi.stubEnv('NODE_EXTRA_CA_CERTS', file)
  vi.stubEnv(
    'FIVESTEP_EGRESS_ALLOW',
    [...Object.values(ports).map((port) => `localhost:${port}`), '[2001:db8::1]:443'].join(','),
  )
  expect(env().NODE_EXTRA_CA_CERTS).toBe(file)
})

afterAll(async () => {
  setPracticeRoute(undefined)
  await closeOutbound()
  await servers.close()
  rmSync(dir, { recursive: true })
})

const call = (path: string, more: Partial<OutboundCall> = {}): OutboundCall => ({
  method: 'GET',
  url: path.startsWith('/') ? `https://localhost:${ports.good}${path}` : path,
  signal: new AbortController().signal,
  timeoutMs: 10_000,
  bodyBytesMax: 100_000,
  retries: 0,
  ...more,
})

const failing = async (work: Promise<unknown>): Promise<OutboundError> =>
  await work.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: OutboundError) => error,
  )

describe('an answer', () => {
  test('comes whole, with its headers in lower case and repeated ones joined', async () => {
    const answer = await send(
      call('/ok?$filter=a%20eq%20%27b%27', { headers: { accept: 'text/plain' } }),
    )
    expect(answer.status).toBe(200)
    expect(answer.headers['x-two']).toBe('one, two')
    const heard = JSON.parse(answer.body)
    expect(heard.url).toBe('/ok?$filter=a%20eq%20%27b%27')
    expect(heard.headers).toMatchObject({ accept: 'text/plain', host: `localhost:${ports.good}` })
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
    'to a %s carries its body',
    async (method) => {
      expect((await send(call('/echo', { method, body: 'grüße' }))).body).toBe(`${method} grüße`)
    },
  )

  test('streams, and a connection serves many calls in a row', async () => {
    connections.clear()
    for (let turn = 0; turn < 20; turn += 1) {
      const { body } = await sendStreaming(call('/ok'))
      expect(await new Response(body).text()).toContain('/ok')
    }
    expect(connections.size).toBeLessThan(5)
  })

  test('tells what it took to open its connection, unless that stood open already', async () => {
    await closeOutbound()
    connections.clear()
    const openings: unknown[] = []
    for (let turn = 0; turn < 10; turn += 1) {
      const { timing } = await send(call('/ok'))
      expect(timing.firstByteMs).toBeGreaterThan(0)
      openings.push(timing.opening)
    }
    const opened = openings.filter((opening) => opening !== null)
    expect(opened).toHaveLength(connections.size)
    expect(opened.length).toBeLessThan(10)
    const measured = expect.any(Number)
    expect(opened[0]).toEqual({ dnsMs: measured, connectMs: measured, tlsMs: measured })
  })

  test('that came beside others tells of its own connection', async () => {
    await closeOutbound()
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(call('/ok'))))
    const openings = answers.map(({ timing }) => timing.opening)
    expect(openings).not.toContain(null)
    expect(new Set(openings).size).toBe(5)
  })

  test('without a body leaves nothing to read', async () => {
    const answer = await send(call('/nothing'))
    expect(answer).toMatchObject({ status: 204, body: '' })
  })

  test.each(['/gzip', '/deflate', '/br'])(
    'in the coding of %s is undone, and says so no more',
    async (path) => {
      const answer = await send(call(path))
      expect(answer.body).toBe('squeezed')
      expect(answer.headers).not.toHaveProperty('content-encoding')
      expect(answer.headers).not.toHaveProperty('content-length')
    },
  )

  test('that redirects is returned, and nobody else gets the token', async () => {
    const answer = await send(call('/redirect', { headers: { authorization: bearer } }))
    expect(answer.status).toBe(302)
    expect(answer.headers.location).toBe(`https://localhost:${ports.thief}/`)
    expect(stolen).toEqual([])
  })
})

describe('a limit', () => {
  test('ends an endless error body and keeps what had come', async () => {
    const error = await failing(send(call('/endless')))
    expect(error).toMatchObject({ code: 'body_too_large', phase: 'body' })
    expect(error.answer?.status).toBe(500)
    expect(error.answer?.body).toMatch(/^x{1000}/)
  })

  test('counts what a compressed body becomes, not what it was', async () => {
    expect(await failing(send(call('/bomb')))).toMatchObject({ code: 'body_too_large' })
  })

  test.each([
    ['no head comes', '/never', { headersTimeoutMs: 200 }],
    ['the body falls silent', '/pause', { bodyTimeoutMs: 200 }],
    ['a body drips for ever', '/drip', { timeoutMs: 300 }],
    ['no head comes in the time of all', '/never', { timeoutMs: 200 }],
  ])('of time ends the call when %s', async (_what, path, limits) => {
    expect(await failing(send(call(path, limits)))).toMatchObject({
      code: 'timed_out',
      host: expect.stringContaining('localhost'),
    })
  })

  test('does not outlive its call: the caller may abort later without harm', async () => {
    const caller = new AbortController()
    expect((await send(call('/ok', { signal: caller.signal }))).status).toBe(200)
    caller.abort()
    expect((await send(call('/ok'))).status).toBe(200)
  })
})

describe('a caller who leaves', () => {
  test.each(['/never', '/pause', '/drip'])('while %s ends the call', async (path) => {
    const caller = new AbortController()
    setTimeout(() => caller.abort(new Error('the browser went away')), 50)
    const error = await failing(send(call(path, { signal: caller.signal })))
    expect(error).toMatchObject({ code: 'cancelled' })
  })

  test('before the call sends nothing', async () => {
    seen.length = 0
    expect(await failing(send(call('/busy', { signal: AbortSignal.abort() })))).toMatchObject({
      code: 'cancelled',
    })
    expect(seen).toEqual([])
  })

  test('in the middle of a stream lets the connection go', async () => {
    const { body } = await sendStreaming(call('/drip'))
    const reader = body.getReader()
    expect((await reader.read()).value?.byteLength).toBeGreaterThan(0)
    await reader.cancel()
    expect((await send(call('/ok'))).status).toBe(200)
  })
})

describe('a repeat', () => {
  test.each(['GET', 'PUT', 'DELETE'] as const)('of a %s waits out 503', async (method) => {
    busy = 2
    expect((await send(call('/busy', { method, retries: 2 }))).body).toBe('at last')
  })

  test('is not made beyond the budget', async () => {
    busy = 5
    expect((await send(call('/busy', { retries: 1 }))).status).toBe(503)
    expect(busy).toBe(3)
  })

  test.each(['POST', 'PATCH'] as const)(
    'of a %s is made only where the caller says that it is safe',
    async (method) => {
      busy = 1
      expect((await send(call('/busy', { method, retries: 2 }))).status).toBe(503)
      busy = 1
      expect((await send(call('/busy', { method, retries: 2, idempotent: true }))).body).toBe(
        'at last',
      )
    },
  )

  test('is not waited for when the server asks for minutes: its answer is the answer', async () => {
    const answer = await send(call('/maintenance', { retries: 3 }))
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '300' } })
  })

  test('is made when the server hangs up, as often as it may be', async () => {
    const error = await failing(send(call('/hang-up', { retries: 1 })))
    expect(error).toMatchObject({ code: 'connect_reset', phase: 'request' })
  })
})

describe('what the network does', () => {
  test.each([
    ['shut', 'connect_refused'],
    ['reset', 'connect_reset'],
    ['plain', 'tls_failed'],
    ['wrongName', 'tls_name_mismatch'],
    ['expired', 'tls_expired'],
    ['selfSigned', 'tls_self_signed'],
    ['untrusted', 'tls_untrusted'],
    ['garbage', 'answer_malformed'],
  ] as const)('%s is told as %s', async (server, code) => {
    const error = await failing(send(call(`https://localhost:${ports[server]}/`)))
    expect(error.code).toBe(code)
    expect(error.message).toContain('localhost')
    expect(error.cause).toBeDefined()
  })

  test.each([
    ['/half', 'connect_reset'],
    ['/not-gzip', 'answer_malformed'],
    ['/zstd', 'answer_malformed'],
  ])('%s is told as %s, after the head', async (path, code) => {
    expect(await failing(send(call(path)))).toMatchObject({ code, phase: 'body' })
  })

  test('is no name at all: told as dns_not_found', async () => {
    const error = await failing(
      send(call('https://no-such-environment-9f3a.operations.dynamics.com/')),
    )
    expect(['dns_not_found', 'dns_failed']).toContain(error.code)
    expect(error.phase).toBe('dns')
  })
})

describe('the practice tenant', () => {
  const practiceUrl = 'https://contoso-uat.practice.localhost/ok'

  test('is not called while it does not run', async () => {
    setPracticeRoute(undefined)
    expect(await failing(send(call(practiceUrl)))).toMatchObject({ code: 'egress_refused' })
  })

  test('is called by its own name on loopback, trusting its own authority', async () => {
    setPracticeRoute({ port: ports.practice, caPem: practice.cert })
    const heard = JSON.parse((await send(call(practiceUrl))).body)
    expect(heard.headers.host).toBe('contoso-uat.practice.localhost')
  })

  test('is not trusted by what the rest of the world is trusted by', async () => {
    setPracticeRoute({ port: ports.practicePublic, caPem: practice.cert })
    const error = await failing(send(call('https://contoso-prod.practice.localhost/')))
    expect(error.code).toBe('tls_untrusted')
  })

  test('vouches for nobody else', async () => {
    setPracticeRoute({ port: ports.practice, caPem: practice.cert })
    const error = await failing(send(call(`https://localhost:${ports.publicPractice}/`)))
    expect(error.code).toBe('tls_untrusted')
  })

  test('shows where it is and who vouches for it', async () => {
    setPracticeRoute({ port: ports.practice, caPem: practice.cert })
    const options = { signal: new AbortController().signal, timeoutMs: 5000 }
    expect(await resolveHost(practiceUrl, options)).toMatchObject({
      via: 'practice',
      addresses: [{ address: '127.0.0.1', family: 4 }],
    })
    expect(await connectTcp(practiceUrl, options)).toMatchObject({
      port: ports.practice,
      proxy: null,
    })
    expect(await inspectTls(practiceUrl, options)).toMatchObject({
      issuer: 'Practice',
      trustedBy: 'practice',
    })
  })
})

describe('reaching a host step by step', () => {
  const options = { signal: new AbortController().signal, timeoutMs: 5000 }

  test('finds the certificate, its issuer and the days that it has left', async () => {
    const now = () => new Date()
    const facts = await inspectTls(`https://localhost:${ports.good}`, { ...options, now })
    expect(facts).toMatchObject({
      subject: 'localhost',
      issuer: 'Trusted by the file',
      altNames: ['DNS:localhost', 'IP Address:127.0.0.1'],
      protocol: 'TLSv1.3',
      daysLeft: 4,
      issuers: ['Trusted by the file', 'Trusted by the file'],
      trustedBy: 'added',
    })
  })

  test.each([
    ['wrongName', 'tls_name_mismatch', 'other.example', 'Trusted by the file'],
    ['expired', 'tls_expired', 'localhost', 'Trusted by the file'],
    ['untrusted', 'tls_untrusted', 'localhost', 'Stranger'],
    ['selfSigned', 'tls_self_signed', 'localhost', 'localhost'],
  ] as const)(
    'shows the certificate of a %s server beside the error',
    async (...[server, code, subject, issuer]) => {
      const error = await failing(inspectTls(`https://localhost:${ports[server]}`, options))
      expect(error).toMatchObject({ code, phase: 'tls', certificate: { subject, issuer } })
      expect(error.message).toContain(`(subject: ${subject}; issuer: ${issuer}; valid until: `)
    },
  )

  test('tells a server that takes the connection and then says nothing', async () => {
    const url = `https://localhost:${ports.silent}`
    expect(await connectTcp(url, options)).toMatchObject({
      address: '127.0.0.1',
      port: ports.silent,
    })
    const error = await failing(inspectTls(url, { ...options, timeoutMs: 200 }))
    expect(error).toMatchObject({ code: 'connect_timed_out', phase: 'tls' })
  })

  test('tells a host that has IPv6 addresses only from one that is away', async () => {
    // An address for documents (RFC 3849): nobody has it, with or without IPv6 on this machine.
    const call = connectTcp('https://[2001:db8::1]', { ...options, timeoutMs: 500 })
    const error = await failing(call)
    expect(['network_unreachable', 'connect_timed_out']).toContain(error.code)
    expect(error.message).toMatch(/\(only IPv6 addresses: 2001:db8::1\)$/)
  })

  test('tells a shut port', async () => {
    const error = await failing(connectTcp(`https://localhost:${ports.shut}`, options))
    expect(error).toMatchObject({ code: 'connect_refused', phase: 'connect' })
  })

  test('ends when the caller leaves', async () => {
    const caller = new AbortController()
    setTimeout(() => caller.abort(), 50)
    const error = await failing(
      inspectTls(`https://localhost:${ports.silent}`, { ...options, signal: caller.signal }),
    )
    expect(error).toMatchObject({ code: 'cancelled' })
  })
})
