import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { askTenant } from '@/lib/entra/ask-tenant'
import type { TokenError } from '@/lib/entra/errors'
import { Authority, json } from '@/lib/entra/fixtures/authority'
import { forgetTokens, getToken, mintToken, type TokenRequest } from '@/lib/entra/get-token'
import { env } from '@/lib/env/env'
import { closeOutbound } from '@/lib/http/agent'
import { makeAuthority, makeLeaf } from '@/lib/http/fixtures/certificates'
import { Servers } from '@/lib/http/fixtures/servers'

const servers = new Servers()
const authority = new Authority()
const dir = mkdtempSync(join(tmpdir(), 'entra-'))
const start = new Date('2026-11-25T08:00:00.000Z')
const secretValue = 'Xy8Q~planted+secret&=%value'
let now = start
let request: TokenRequest
let shut = 0
let turn = 0

beforeAll(async () => {
  const ca = await makeAuthority('Entra test')
  const port = await servers.https(await makeLeaf(ca, { names: ['localhost'] }), authority.listener)
  shut = await servers.shut()
  writeFileSync(join(dir, 'ca.pem'), ca.cert)
  vi.stubEnv('NODE_EXTRA_CA_CERTS', join(dir, 'ca.pem'))
  vi.stubEnv('FIVESTEP_EGRESS_ALLOW', `localhost:${port},localhost:${shut}`)
  expect(env().FIVESTEP_EGRESS_ALLOW).toHaveLength(2)
  request = {
    authorityOrigin: `https://localhost:${port}`,
    tenantId: 'tenant.example',
    clientId: '3f0e6a3c-0d8e-4a8b-9a57-0d6f3a8f5b11',
    resource: 'https://contoso.operations.dynamics.com',
    credential: { id: 'cre_1', kind: 'secret', secret: async () => secretValue },
  }
})
beforeEach(() => {
  authority.reset()
  now = start
  turn += 1
  const secret = async () => secretValue
  request = { ...request, credential: { id: `cre_${turn}`, kind: 'secret', secret } }
})
afterAll(async () => {
  await closeOutbound()
  await servers.close()
  rmSync(dir, { recursive: true })
})

const never = new AbortController().signal
const get = (signal = never, replaces?: string) =>
  getToken(request, { signal, now: () => now, ...(replaces === undefined ? {} : { replaces }) })
const later = (seconds: number) => {
  now = new Date(start.getTime() + seconds * 1000)
}
const failing = async (work: Promise<unknown>): Promise<TokenError> =>
  await work.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: TokenError) => error,
  )

describe('a token', () => {
  test('is asked for by client credentials for the whole resource, the secret form-encoded', async () => {
    const token = await get()
    expect(token).toMatchObject({
      value: 'opaque-token-number-1',
      mintedAt: start,
      fresh: true,
      claims: {},
    })
    expect(token.expiresAt).toEqual(new Date(start.getTime() + 3_600_000))
    const form = Object.fromEntries(authority.asked[0] ?? [])
    expect(form).toMatchObject({
      grant_type: 'client_credentials',
      client_id: request.clientId,
      client_secret: secretValue,
    })
    expect(form.scope?.split(' ')).toContain('https://contoso.operations.dynamics.com/.default')
  })

  test('is minted once, however many callers wait, and is fresh for one of them', async () => {
    authority.isHolding = true
    const waiting = Array.from({ length: 50 }, () => get())
    await vi.waitFor(() => expect(authority.asked).toHaveLength(1))
    authority.release()
    const tokens = await Promise.all(waiting)
    expect(new Set(tokens.map(({ value }) => value))).toEqual(new Set(['opaque-token-number-1']))
    expect(tokens.filter(({ fresh }) => fresh)).toHaveLength(1)
    expect(authority.asked).toHaveLength(1)
  })

  test('goes on being minted for the others when a caller leaves, the first one too', async () => {
    authority.isHolding = true
    const caller = new AbortController()
    const first = failing(get(caller.signal))
    const second = get()
    await vi.waitFor(() => expect(authority.asked).toHaveLength(1))
    caller.abort()
    expect(await first).toMatchObject({ name: 'OutboundError', code: 'cancelled' })
    authority.release()
    expect(await second).toMatchObject({ value: 'opaque-token-number-1', fresh: true })
  })

  test('is given up when every caller has left, and minted anew for the next', async () => {
    authority.isHolding = true
    const caller = new AbortController()
    const both = [failing(get(caller.signal)), failing(get(caller.signal))]
    await vi.waitFor(() => expect(authority.asked).toHaveLength(1))
    caller.abort()
    for (const error of await Promise.all(both)) expect(error.code).toBe('cancelled')
    authority.release()
    expect((await get()).value).toBe('opaque-token-number-2')
  })

  test('is not asked for by a caller who has left already', async () => {
    expect(await failing(get(AbortSignal.abort()))).toMatchObject({ code: 'cancelled' })
  })

  test.each([
    [0, 1],
    [3299, 1],
    [3300, 2],
    [3599, 2],
    [9999, 2],
  ])('that lives an hour is, after %s seconds, the one of mint %s', async (seconds, mint) => {
    await get()
    later(seconds)
    expect(await get()).toMatchObject({ value: `opaque-token-number-${mint}`, fresh: mint === 2 })
  })

  test('with a short life is kept for half of it', async () => {
    authority.lifeSeconds = 60
    await get()
    later(29)
    expect((await get()).fresh).toBe(false)
    later(31)
    expect((await get()).fresh).toBe(true)
  })

  test('that the environment refused is replaced once, whoever reports it', async () => {
    const { value } = await get()
    const replaced = await Promise.all([get(never, value), get(never, value), get(never, value)])
    expect(new Set(replaced.map((token) => token.value))).toEqual(
      new Set(['opaque-token-number-2']),
    )
    expect((await get(never, value)).value).toBe('opaque-token-number-2')
    expect(authority.asked).toHaveLength(2)
  })

  test('is forgotten with its credential, also while it is on its way', async () => {
    await get()
    forgetTokens(request.credential.id)
    expect((await get()).value).toBe('opaque-token-number-2')
    forgetTokens(request.credential.id)
    authority.isHolding = true
    const waiting = get()
    await vi.waitFor(() => expect(authority.asked).toHaveLength(3))
    forgetTokens(request.credential.id)
    authority.release()
    expect((await waiting).value).toBe('opaque-token-number-3')
    expect((await get()).value).toBe('opaque-token-number-4')
  })

  test('of one credential, resource or tenant is none of another', async () => {
    await get()
    const other = { signal: never, now: () => now }
    const resource = 'https://contoso-uat.operations.dynamics.com'
    expect((await getToken({ ...request, resource }, other)).fresh).toBe(true)
    expect((await getToken({ ...request, tenantId: 'b.example' }, other)).fresh).toBe(true)
  })

  test('minted for a check is never kept', async () => {
    const kept = await get()
    const minted = await mintToken(request, { signal: never, now: () => now })
    expect(minted).toMatchObject({ value: 'opaque-token-number-2', fresh: true })
    expect((await get()).value).toBe(kept.value)
  })

  test('that could not be minted is asked for again by the next caller', async () => {
    authority.answer = (_form, response) => authority.refuse(response, 7000215)
    expect((await failing(get())).code).toBe('secret_wrong')
    authority.answer = (_form, response) => authority.grant(response)
    expect((await get()).fresh).toBe(true)
  })

  test('is not asked for when the credential cannot be read, and that error is passed on', async () => {
    const locked = new Error('the vault is locked')
    const secret = () => Promise.reject(locked)
    const credential = { id: 'cre_locked', kind: 'secret' as const, secret }
    const work = getToken({ ...request, credential }, { signal: never, now: () => now })
    await expect(work).rejects.toBe(locked)
    expect(authority.asked).toHaveLength(0)
  })
})

describe('a refusal', () => {
  test.each([
    [7000215, 'secret_wrong'],
    [7000222, 'secret_expired'],
    [7000218, 'secret_missing'],
    [700016, 'app_unknown'],
    [7000112, 'app_disabled'],
    [7000229, 'principal_missing'],
    [90002, 'tenant_unknown'],
    [500011, 'resource_unknown'],
    [65001, 'consent_missing'],
    [53003, 'blocked_by_policy'],
    [90033, 'unavailable'],
    [70011, 'refused'],
  ])('of AADSTS%s is told as %s, with the ids that support asks for', async (number, code) => {
    authority.answer = (_form, response) => authority.refuse(response, number)
    const error = await failing(get())
    expect(error).toMatchObject({ name: 'TokenError', code })
    expect(error.failure).toMatchObject({
      where: 'authority',
      method: 'POST',
      status: 401,
      code: `AADSTS${number}`,
      message: `AADSTS${number}: It is refused.`,
      ids: { traceId: 't-1', correlationId: 'c-1' },
    })
    expect(error.failure.ids.clientRequestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(error.failure.at).toBe(start.toISOString())
  })

  test('already in discovery keeps what the authority said', async () => {
    authority.discovery = (response) => authority.refuse(response, 90002)
    const error = await failing(get())
    expect(error).toMatchObject({
      code: 'tenant_unknown',
      failure: { code: 'AADSTS90002', method: 'GET' },
    })
  })

  test('holds no secret, even when the authority repeats it', async () => {
    authority.answer = (form, response) =>
      json(response, 401, {
        error: 'invalid_client',
        error_description: `AADSTS7000215: ${form.get('client_secret')} is wrong, as is ${form}`,
        error_codes: [7000215],
      })
    const error = await failing(get())
    const text = JSON.stringify(error.failure) + error.message
    expect(text).toContain('[redacted]')
    for (const form of [secretValue, encodeURIComponent(secretValue), 'planted']) {
      expect(text).not.toContain(form)
    }
  })

  test.each([
    ['HTML', 200, 'text/html', '<html>Sign in</html>', 'malformed', 'answer_malformed'],
    ['half JSON', 200, 'application/json', '{"access_token":"a', 'malformed', 'answer_malformed'],
    [
      'no token',
      200,
      'application/json',
      '{"token_type":"Bearer"}',
      'malformed',
      'answer_malformed',
    ],
    ['an HTML error', 500, 'text/html', '<html>Oops</html>', 'unavailable', null],
    ['too many requests', 429, 'application/json', '{}', 'unavailable', null],
  ])('in the form of %s is told with its evidence', async (...row) => {
    const [, status, type, body, code, failureCode] = row
    authority.answer = (_form, response) => {
      response.writeHead(status, { 'content-type': type }).end(body)
    }
    const error = await failing(get())
    expect(error).toMatchObject({ name: 'TokenError', code })
    expect(error.failure).toMatchObject({
      status,
      code: failureCode,
      headers: { 'content-type': type },
    })
  })

  test('to an authority that nobody reaches is told as unreachable', async () => {
    const authorityOrigin = `https://localhost:${shut}`
    const work = getToken({ ...request, authorityOrigin }, { signal: never, now: () => now })
    expect(await failing(work)).toMatchObject({
      code: 'unreachable',
      failure: {
        status: null,
        code: 'connect_refused',
        url: expect.stringContaining(authorityOrigin),
      },
    })
  })

  test('of a custom authority that is not allowed is told before anything is sent', async () => {
    const authorityOrigin = 'https://login.evil.example'
    const work = getToken({ ...request, authorityOrigin }, { signal: never, now: () => now })
    expect(await failing(work)).toMatchObject({
      code: 'unreachable',
      failure: { code: 'egress_refused' },
    })
  })
})

describe('a token endpoint elsewhere', () => {
  test('is not sent the secret', async () => {
    authority.discovery = (response, origin) =>
      json(response, 200, {
        issuer: `${origin}/v2.0`,
        token_endpoint: 'https://thief.example/token',
        authorization_endpoint: `${origin}/authorize`,
        jwks_uri: `${origin}/keys`,
      })
    expect((await failing(get())).failure.code).toBe('egress_refused')
    expect(authority.asked).toHaveLength(0)
  })
})

describe('asking for a tenant', () => {
  const ask = () =>
    askTenant({
      authorityOrigin: request.authorityOrigin,
      tenantId: 'Contoso.example',
      signal: never,
    })

  test('tells its GUID from the issuer', async () => {
    const guid = 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12'
    authority.discovery = (response) =>
      json(response, 200, {
        issuer: `https://sts.windows.net/${guid.toUpperCase()}/`,
        token_endpoint: 'https://x',
      })
    expect(await ask()).toMatchObject({ tenantId: guid })
  })

  test.each([
    ['unknown', (response) => authority.refuse(response, 90002), 'tenant_unknown'],
    ['an HTML page', (response) => void response.end('<html>'), 'malformed'],
    [
      'a redirect',
      (response) => void response.writeHead(302, { location: '/x' }).end(),
      'malformed',
    ],
    ['missing', (response) => void response.writeHead(404).end(), 'refused'],
  ] satisfies [string, Authority['discovery'], string][])('that is %s fails', async (...row) => {
    authority.discovery = row[1]
    expect(await failing(ask())).toMatchObject({ name: 'TokenError', code: row[2] })
  })
})
