import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { TokenError } from '@/lib/entra/errors'
import { Authority, json } from '@/lib/entra/fixtures/authority'
import type { AccessToken } from '@/lib/entra/get-token'
import { env } from '@/lib/env/env'
import { askChallenge } from '@/lib/finops/challenge'
import { type Environment, openEnvironment } from '@/lib/finops/environment'
import type { FinopsError } from '@/lib/finops/errors'
import { followNextLink } from '@/lib/finops/follow-next-link'
import { listEntitySets } from '@/lib/finops/list-entity-sets'
import { readOData, readODataJson } from '@/lib/finops/read-odata'
import { closeOutbound } from '@/lib/http/agent'
import { makeAuthority, makeLeaf } from '@/lib/http/fixtures/certificates'
import { Servers } from '@/lib/http/fixtures/servers'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const servers = new Servers()
const authority = new Authority()
const dir = mkdtempSync(join(tmpdir(), 'finops-'))
const start = new Date('2026-11-25T08:00:00.000Z')
const signal = new AbortController().signal
const heard: IncomingMessage[] = []
const minted: AccessToken[] = []
const failed: TokenError[] = []
const thieved: IncomingMessage[] = []
let now = start
let turn = 0
let answer: Answer
let origin = ''
let thief = ''
let shut = ''
let authorityOrigin = ''
let environment: Environment

beforeAll(async () => {
  const ca = await makeAuthority('F&O test')
  const leaf = await makeLeaf(ca, { names: ['localhost'] })
  const listen = async (listener: Answer) =>
    `https://localhost:${await servers.https(leaf, listener)}`
  authorityOrigin = await listen(authority.listener)
  origin = await listen((request, response) => {
    heard.push(request)
    answer(request, response)
  })
  thief = await listen((request, response) => {
    thieved.push(request)
    response.end('{"value":[]}')
  })
  shut = `https://localhost:${await servers.shut()}`
  writeFileSync(join(dir, 'ca.pem'), ca.cert)
  vi.stubEnv('NODE_EXTRA_CA_CERTS', join(dir, 'ca.pem'))
  const hosts = [authorityOrigin, origin, thief, shut].map((url) => new URL(url).host)
  vi.stubEnv('FIVESTEP_EGRESS_ALLOW', hosts.join(','))
  expect(env().FIVESTEP_EGRESS_ALLOW).toHaveLength(4)
})
beforeEach(() => {
  authority.reset()
  for (const list of [heard, minted, failed, thieved]) list.length = 0
  now = start
  turn += 1
  answer = (request, response) => json(response, 200, { value: [], path: request.url })
  environment = openAt(origin)
})
afterAll(async () => {
  await closeOutbound()
  await servers.close()
  rmSync(dir, { recursive: true })
})

function openAt(environmentUrl: string): Environment {
  const credential = { id: `cre_${turn}`, kind: 'secret' as const, secret: async () => 'secret' }
  const clientId = '3f0e6a3c-0d8e-4a8b-9a57-0d6f3a8f5b11'
  const access = {
    authorityOrigin,
    tenantId: 'tenant.example',
    clientId,
    resource: environmentUrl,
    credential,
    environmentUrl,
  }
  return openEnvironment(access, {
    now: () => now,
    onMint: (token) => void minted.push(token),
    onMintFailed: (error) => void failed.push(error),
  })
}

const read = (path: string, more: object = {}) => readOData(environment, { path, signal, ...more })
const text = async (stream: ReadableStream<Uint8Array>) => await new Response(stream).text()
const failing = async (work: Promise<unknown>): Promise<FinopsError> =>
  await work.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: FinopsError) => error,
  )

describe('a read', () => {
  test('carries the bearer and the query as they are, and hands the body on untouched', async () => {
    answer = (_request, response) => {
      response.setHeader('etag', 'W/"1"')
      response.end('{"value": [ 1.0 ]}  ')
    }
    const query = "$filter=Name%20eq%20'a%26b'&cross-company=true"
    const page = await read("CustomersV3(dataAreaId='usmf')", { query })
    expect(await text(page.body)).toBe('{"value": [ 1.0 ]}  ')
    expect(page).toMatchObject({ status: 200, attempts: 1, headers: { etag: 'W/"1"' } })
    expect(heard[0]?.url).toBe(
      `/data/CustomersV3(dataAreaId='usmf')?${query.replaceAll("'", '%27')}`,
    )
    expect(heard[0]?.headers.authorization).toBe('Bearer opaque-token-number-1')
  })

  test('passes on the headers of OData and no others', async () => {
    const page = await read('CustomersV3', {
      headers: {
        Accept: 'application/json;odata.metadata=full',
        Prefer: 'odata.maxpagesize=5',
        'If-None-Match': 'W/"1"',
        Authorization: 'Bearer forged',
        Cookie: 'session=1',
        Host: 'evil.example',
        'X-Forwarded-For': '1.2.3.4',
      },
    })
    await text(page.body)
    expect(heard[0]?.headers).toMatchObject({
      accept: 'application/json;odata.metadata=full',
      prefer: 'odata.maxpagesize=5',
      'if-none-match': 'W/"1"',
      authorization: 'Bearer opaque-token-number-1',
      host: new URL(origin).host,
    })
    for (const name of ['cookie', 'x-forwarded-for'])
      expect(heard[0]?.headers).not.toHaveProperty(name)
  })

  test('undoes the coding of a compressed answer', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"value":[]}'))
    }
    expect(await text((await read('CustomersV3')).body)).toBe('{"value":[]}')
  })

  test('of fifty at once asks for one token, and tells of one mint', async () => {
    const pages = await Promise.all(Array.from({ length: 50 }, () => read('CustomersV3')))
    await Promise.all(pages.map(({ body }) => text(body)))
    expect(heard).toHaveLength(50)
    expect(authority.asked).toHaveLength(1)
    expect(minted).toHaveLength(1)
  })

  test.each(['400', '403', '404', '500'])(
    'answered %s is an answer, with evidence on demand',
    async (status) => {
      answer = (_request, response) => json(response, Number(status), { Message: 'No' })
      const page = await read('Nothing')
      expect(page.status).toBe(Number(status))
      expect(await page.failure()).toMatchObject({
        where: 'environment',
        method: 'GET',
        url: `${origin}/data/Nothing`,
        status: Number(status),
        message: 'No',
        ids: { clientRequestId: heard[0]?.headers['x-ms-client-request-id'] },
      })
    },
  )

  test('that nobody answers is told as unreachable', async () => {
    environment = openAt(shut)
    const error = await failing(read('CustomersV3'))
    expect(error).toMatchObject({
      name: 'FinopsError',
      code: 'unreachable',
      failure: { where: 'environment', status: null, code: 'connect_refused' },
    })
  })

  test('without a token tells of the failed mint once, however many asked', async () => {
    authority.isHolding = true
    authority.answer = (_form, response) => authority.refuse(response, 7000222)
    const errors = [failing(read('A')), failing(read('B')), failing(read('C'))]
    await vi.waitFor(() => expect(authority.asked).toHaveLength(1))
    authority.release()
    for (const error of await Promise.all(errors))
      expect(error).toMatchObject({ code: 'secret_expired' })
    expect(failed).toHaveLength(1)
    expect(heard).toHaveLength(0)
  })

  test('ends when the caller leaves, before and in the middle of the body', async () => {
    answer = (_request, response) => void response.write('[')
    const caller = new AbortController()
    const page = await read('CustomersV3', { signal: caller.signal })
    const reader = page.body.getReader()
    expect((await reader.read()).done).toBe(false)
    caller.abort()
    await expect(reader.read()).rejects.toMatchObject({ code: 'cancelled' })
    expect(await failing(read('CustomersV3', { signal: caller.signal }))).toMatchObject({
      code: 'cancelled',
    })
  })
})

describe('a path', () => {
  test.each([
    '../api/secret',
    '..',
    '%2e%2e/api',
    '.%2E/api',
    '..\\api',
    '/api/services',
    '/datax/A',
    '//evil.example/data/A',
    '/\\evil.example/data/A',
    '/data/../api',
    '@evil.example/../../x',
    'A?x=1',
    'A#x',
  ])('%s does not lead out of the two services', async (path) => {
    expect(await failing(read(path))).toMatchObject({ code: 'path_outside' })
    expect(heard).toHaveLength(0)
    expect(authority.asked).toHaveLength(0)
  })

  test.each([
    ['', '/data/'],
    ['$metadata', '/data/$metadata'],
    ['CustomersV3/$count', '/data/CustomersV3/$count'],
    ["A(b='c%2Fd')", "/data/A(b='c%2Fd')"],
    ['/metadata/DataEntities', '/metadata/DataEntities'],
  ])('%s is read at %s', async (path, url) => {
    await text((await read(path)).body)
    expect(heard[0]?.url).toBe(url)
  })
})

describe('a 401', () => {
  const refusing =
    (accepted: string): Answer =>
    (request, response) => {
      if (request.headers.authorization === `Bearer ${accepted}`) json(response, 200, { value: [] })
      else response.writeHead(401).end()
    }

  test('to an old token mints once, and the read goes through', async () => {
    await text((await read('A')).body)
    now = new Date(start.getTime() + 600_000)
    answer = refusing('opaque-token-number-2')
    expect(await read('A')).toMatchObject({ status: 200, attempts: 2 })
    expect(authority.asked).toHaveLength(2)
    expect(minted).toHaveLength(2)
  })

  test('to an old token of many callers mints once for all', async () => {
    await text((await read('A')).body)
    now = new Date(start.getTime() + 600_000)
    answer = refusing('opaque-token-number-2')
    const pages = await Promise.all(Array.from({ length: 20 }, () => read('A')))
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]))
    expect(authority.asked).toHaveLength(2)
  })

  test('to a young token is the answer: a new one would be refused too', async () => {
    answer = refusing('none')
    expect(await read('A')).toMatchObject({ status: 401, attempts: 1 })
    expect(await read('A')).toMatchObject({ status: 401, attempts: 1 })
    expect(authority.asked).toHaveLength(1)
  })

  test('to the replacement too is the answer', async () => {
    await text((await read('A')).body)
    now = new Date(start.getTime() + 600_000)
    answer = refusing('none')
    expect(await read('A')).toMatchObject({ status: 401, attempts: 2 })
    expect(authority.asked).toHaveLength(2)
  })
})

describe('a 429', () => {
  const throttling = (times: number, retryAfter?: string): Answer => {
    let left = times
    return (_request, response) => {
      left -= 1
      if (left < 0) json(response, 200, { value: [] })
      else
        response.writeHead(429, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end()
    }
  }

  test.each([
    ['seconds', '0.05'],
    ['a date', new Date(start.getTime() - 1000).toUTCString()],
  ])('is waited out as Retry-After says in %s', async (_how, retryAfter) => {
    answer = throttling(2, retryAfter)
    expect(await read('A')).toMatchObject({ status: 200, attempts: 3 })
  })

  test('that asks for more than there is to wait is the answer', async () => {
    answer = throttling(1, '31')
    const page = await read('A')
    expect(page).toMatchObject({ status: 429, attempts: 1 })
    expect((await page.failure()).headers).toMatchObject({ 'retry-after': '31' })
  })

  test('is the answer when the budget is used up', async () => {
    answer = throttling(9, '0.05')
    expect(await read('A', { waitMsMax: 120 })).toMatchObject({ status: 429, attempts: 3 })
  })

  test('is not waited out for a caller who leaves', async () => {
    answer = throttling(9, '20')
    const caller = new AbortController()
    setTimeout(() => caller.abort(), 50)
    expect(await failing(read('A', { signal: caller.signal }))).toMatchObject({ code: 'cancelled' })
  })
})

describe('JSON', () => {
  const Page = z.object({ value: z.array(z.number()) })
  const readPage = () => readODataJson(environment, Page, { path: 'A', signal })

  test('of the right shape is read', async () => {
    answer = (_request, response) => json(response, 200, { value: [1, 2] })
    expect(await readPage()).toEqual({ value: [1, 2] })
  })

  test.each([
    ['a sign-in page', 200, 'text/html', '<html>Sign in</html>', 'malformed', 'answer_malformed'],
    ['half of it', 200, 'application/json', '{"value":[1', 'malformed', 'answer_malformed'],
    [
      'another shape',
      200,
      'application/json',
      '{"value":["one"]}',
      'malformed',
      'answer_malformed',
    ],
    ['an error', 500, 'application/json', '{"error":{"code":"X","message":"no"}}', 'refused', 'X'],
    ['a redirect', 302, 'text/html', '', 'refused', null],
  ])('that is %s is refused with evidence', async (...row) => {
    const [, status, type, body, code, failureCode] = row
    answer = (_request, response) =>
      void response.writeHead(status, { 'content-type': type }).end(body)
    expect(await failing(readPage())).toMatchObject({
      code,
      failure: { status, code: failureCode },
    })
  })

  test('without an end is given up, with what had come of it unread', async () => {
    answer = (_request, response) => {
      const more = () => response.write(Buffer.alloc(65_536, ' '))
      response.on('drain', () => setImmediate(more))
      more()
    }
    const work = readODataJson(environment, Page, { path: 'A', signal, bodyBytesMax: 500_000 })
    expect(await failing(work)).toMatchObject({
      code: 'unreachable',
      failure: { status: 200, code: 'body_too_large' },
    })
  })

  test('of the service document lists the entity sets', async () => {
    answer = (_request, response) =>
      json(response, 200, {
        value: [
          { name: 'CustomersV3', kind: 'EntitySet', url: 'CustomersV3' },
          { name: 'Me', kind: 'Singleton', url: 'Me' },
          { name: 'VendorsV2', url: 'VendorsV2' },
        ],
      })
    expect(await listEntitySets(environment, { signal })).toEqual([
      { name: 'CustomersV3', url: 'CustomersV3' },
      { name: 'VendorsV2', url: 'VendorsV2' },
    ])
  })
})

describe('a next link', () => {
  test.each([
    ['absolute', () => `${origin}/data/A?$skip=5`],
    ['relative', () => 'A?$skip=5'],
  ])('that is %s is followed', async (_how, link) => {
    await text((await followNextLink(environment, link(), { signal })).body)
    expect(heard[0]?.url).toBe('/data/A?$skip=5')
  })

  test.each([
    ['to another host', () => `${thief}/data/A`],
    ['to another scheme', () => origin.replace('https', 'http')],
    ['with a user name', () => `${origin.replace('://', '://me@')}/data/A`],
    ['out of the services', () => `${origin}/api/A`],
    ['without a scheme', () => `//${new URL(thief).host}/data/A`],
    ['that is none', () => 'https://'],
  ])('%s is not followed, and nobody gets the token', async (_where, link) => {
    const error = await failing(followNextLink(environment, link(), { signal }))
    expect(error.code).toBe('next_link_elsewhere')
    expect([...heard, ...thieved]).toEqual([])
  })
})

describe('asking without a token', () => {
  const tid = 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12'
  const ask = (url = origin) => askChallenge(url, { signal, now: () => now })

  test('finds F&O, its tenant and its cloud', async () => {
    answer = (_request, response) =>
      void response
        .writeHead(401, {
          'www-authenticate': [
            'Negotiate',
            `Bearer authorization_uri="https://login.windows.net/${tid}"`,
          ],
        })
        .end()
    expect(await ask()).toMatchObject({
      isFinops: true,
      what: 'finops',
      tenantId: tid,
      cloud: 'public',
      status: 401,
      failure: null,
      at: now,
    })
    expect(heard[0]?.headers).not.toHaveProperty('authorization')
  })

  test.each([
    [302, { location: 'https://login.windows.net/common?code=1' }, '', 'redirect', null],
    [200, { 'content-type': 'text/html' }, '<html>Sign in', 'login_page', null],
    [503, {}, '', 'maintenance', null],
    [404, {}, '', 'other', null],
  ] as const)('finds something else behind %s', async (...row) => {
    const [status, headers, body, what, code] = row
    answer = (_request, response) => void response.writeHead(status, headers).end(body)
    expect(await ask()).toMatchObject({ isFinops: false, what, status, failure: { status, code } })
  })

  test('finds nobody, as evidence', async () => {
    expect(await ask(shut)).toMatchObject({
      isFinops: false,
      what: 'other',
      status: null,
      failure: { code: 'connect_refused' },
    })
  })

  test('finds a host that may not be called, as evidence', async () => {
    expect(await ask('https://evil.example')).toMatchObject({
      isFinops: false,
      failure: { code: 'egress_refused' },
    })
  })
})
