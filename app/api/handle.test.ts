import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { auth } from '@/lib/access/auth'
import { forgetSessions } from '@/lib/access/recent-sessions'
import { setUp } from '@/lib/access/set-up'
import { renewSetUpLink } from '@/lib/access/set-up-link'
import { signInWithPassword } from '@/lib/access/sign-in'
import { UpstreamError } from '@/lib/catalog/errors'
import { ConnectionError } from '@/lib/connections/errors'
import { Problem } from '@/lib/contract/problem'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { type Failure, noTraceIds } from '@/lib/diagnosis/failure'
import { log } from '@/lib/log/log'
import { openVault, setVault } from '@/lib/vault/vault'
import { handle } from './handle'

const origin = 'http://fivestep.test'
const route = { params: Promise.resolve({ id: 'abc' }) }
const masterKey = Buffer.alloc(32, 5).toString('base64')

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(`${origin}/api/x`, {
    method: 'POST',
    body,
    headers: { host: 'fivestep.test', ...headers },
  })

const problemOf = async (response: Response) => Problem.parse(await response.json())

beforeAll(async () => {
  const db = await openDatabase({ dir: 'memory' })
  setDatabase(db)
  setVault(await openVault(db, { dataDir: '/nonexistent', masterKey }))
})

afterAll(closeDatabase)

describe('the wall', () => {
  const open = handle({ action: 'account.use' }, async ({ ctx }) => Response.json(ctx.actor))

  test('without a session there is a 401 problem, and the work is not done', async () => {
    const response = await open(new Request(`${origin}/api/x`), route)
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await problemOf(response)).toMatchObject({ code: 'not_signed_in' })
  })

  test('a made-up session cookie opens nothing', async () => {
    const headers = { cookie: 'fivestep.session_token=abc.def' }
    const response = await open(new Request(`${origin}/api/x`, { headers }), route)
    expect(response.status).toBe(401)
  })

  test('the set-up link works once; then its admin signs in, and the session lets them in', async () => {
    const token = new URL((await renewSetUpLink()) ?? '', origin).searchParams.get('token') ?? ''
    const ctx = {
      actor: { kind: 'anonymous' } as const,
      now: () => new Date(),
      signal: new AbortController().signal,
      log: log(),
      requestId: 'r',
    }
    const person = { name: 'Robin', email: 'Robin@Contoso.example', password: 'a long enough one' }
    await expect(setUp(ctx, { ...person, token: 'guessed' })).rejects.toMatchObject({
      code: 'setup_link_invalid',
    })
    await setUp(ctx, { ...person, token })
    await expect(setUp(ctx, { ...person, token })).rejects.toMatchObject({
      code: 'setup_link_invalid',
    })
    expect(await renewSetUpLink()).toBeUndefined()

    const signedIn = await signInWithPassword(new Headers({ host: 'fivestep.test' }), {
      email: 'robin@contoso.example',
      password: person.password,
    })
    expect(signedIn.status).toBe(201)
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const response = await open(new Request(`${origin}/api/x`, { headers: { cookie } }), route)
    expect(await response.json()).toMatchObject({ kind: 'user', name: 'Robin' })

    await auth().handler(
      new Request(`${origin}/api/auth/sign-out`, { method: 'POST', headers: { cookie, origin } }),
    )
    forgetSessions()
    expect(
      (await open(new Request(`${origin}/api/x`, { headers: { cookie } }), route)).status,
    ).toBe(401)
  })
})

describe('state-changing requests of other sites', () => {
  const open = handle({ action: 'public' }, async () => Response.json({ done: true }))

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin },
  ])('are refused: %j', async (headers) => {
    const response = await open(post('{}', headers), route)
    expect(await problemOf(response)).toMatchObject({ status: 403, code: 'not_allowed' })
  })

  test.each([{}, { origin }, { 'sec-fetch-site': 'same-origin', origin }])(
    'are let through when they are our own: %j',
    async (headers) => {
      expect((await open(post('{}', headers), route)).status).toBe(200)
    },
  )
})

describe('input', () => {
  const Body = z.object({ name: z.string().min(1) })
  const open = handle({ action: 'public', body: Body, bodyBytesMax: 100 }, async ({ body }) =>
    Response.json(body),
  )

  test.each(['', '{', 'name=x', '\u0000'])('that is not JSON (%j) is a 400', async (text) => {
    expect(await problemOf(await open(post(text), route))).toMatchObject({ code: 'bad_request' })
  })

  test.each(['', 'a=b'])('is there for the route to read as it came: %j', async (text) => {
    const echo = handle({ action: 'public' }, async ({ request }) =>
      Response.json(await request.text()),
    )
    expect(await (await echo(post(text), route)).json()).toBe(text)
  })

  test('that does not fit is named by its path', async () => {
    const problem = await problemOf(await open(post('{"name":""}'), route))
    expect(problem).toMatchObject({ code: 'bad_request', errors: [{ path: 'name' }] })
  })

  test('that is too large is refused before it is parsed', async () => {
    const problem = await problemOf(await open(post(`{"name":"${'x'.repeat(200)}"}`), route))
    expect(problem).toMatchObject({ status: 413, code: 'body_too_large' })
  })
})

describe('what goes wrong inside', () => {
  const failing = (error: unknown) =>
    handle({ action: 'public' }, () => Promise.reject(error))(new Request(`${origin}/x`), route)

  test('an unknown error keeps its message for the log', async () => {
    const level = log().level
    log().level = 'silent'
    const response = await failing(new Error('password=hunter2 at db:5432'))
    log().level = level
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).not.toContain('hunter2')
    expect(text).toContain(response.headers.get('x-request-id'))
  })

  test.each([
    [new ConnectionError('not_found', 'gone'), 404, 'not_found'],
    [new ConnectionError('bad_address', 'no'), 400, 'bad_request'],
    [new ConnectionError('incomplete', 'no'), 409, 'conflict'],
  ])('%s becomes %i', async (error, status, code) => {
    expect(await problemOf(await failing(error))).toMatchObject({ status, code })
  })

  test.each([
    [401, 502],
    [403, 502],
    [404, 404],
    [400, 400],
    [429, 429],
    [500, 502],
    [null, 502],
  ])('an upstream %s is answered with %i and its diagnosis', async (upstream, status) => {
    const failure: Failure = {
      where: 'environment',
      method: 'GET',
      url: 'https://contoso.operations.dynamics.com/data/X',
      status: upstream,
      code: null,
      message: null,
      headers: {},
      bodyExcerpt: null,
      ids: noTraceIds,
      at: '2026-11-25T08:00:00.000Z',
      tookMs: 1,
    }
    const diagnosis: Diagnosis = {
      rule: 'r',
      step: 'trust',
      title: 'T',
      cause: 'C',
      fix: ['F'],
      who: 'finops-admin',
      links: [],
      confidence: 'certain',
      mayHealByWaiting: false,
    }
    const problem = await problemOf(await failing(new UpstreamError(failure, diagnosis)))
    expect(problem).toMatchObject({
      status,
      code: 'upstream_failed',
      title: 'T',
      diagnosis: { step: 'trust' },
    })
  })
})
