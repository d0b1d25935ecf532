import { createHash, createPrivateKey } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type AuthenticationResult,
  ConfidentialClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
  ServerError,
} from '@azure/msal-node'
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import { type Agent, request } from 'undici'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dynamicsErp } from '@/lib/sandbox/entra/resources'
import { homeTenant, otherTenant } from '@/lib/sandbox/entra/tenants'
import { loopbackAgent } from '@/lib/sandbox/loopback'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { addSecret, grantConsent, registerApp } from '@/lib/sandbox/state/apps'
import { parseCertificate } from '@/lib/sandbox/state/certificates'
import { seedState } from '@/lib/sandbox/state/seed'
import type { App, State } from '@/lib/sandbox/state/state'
import { issueClientCertificate } from '@/lib/sandbox/tls/issue'
import { writeFileDurably } from '@/lib/sandbox/write-file'

const environmentUrl = 'https://contoso-uat.practice.localhost'
const login = 'https://login.practice.localhost'
const start = new Date('2026-03-02T08:00:00.000Z')

let dir: string
let sandbox: Sandbox
let agent: Agent
let now = start
let app: App
let secret: Readonly<{ keyId: string; value: string }>
let certificate: Awaited<ReturnType<typeof issueClientCertificate>>

/** A tenant in a state that the tests agree on, written the way the practice tenant keeps it. */
async function plantState(dir: string): Promise<void> {
  const state: State = seedState()
  state.delays.secret = 0
  const made = { audience: 'AzureADMyOrg' as const, redirectUris: [], now: start }
  app = registerApp(state, {
    ...made,
    name: 'ODataIntegration',
    servicePrincipal: true,
    permissions: dynamicsErp.permissions.map(({ id, kind }) => ({
      resourceAppId: dynamicsErp.appId,
      id,
      kind,
    })),
  })
  const added = addSecret(app, {
    description: 'test',
    expiresAtMs: start.getTime() + 180 * 86_400_000,
    now: start,
  })
  secret = { keyId: added.secret.keyId, value: added.value }
  certificate = await issueClientCertificate('CN=ODataIntegration', new Date())
  app.certificates.push(parseCertificate(certificate.certPem))
  grantConsent(app, start)
  await writeFileDurably(join(dir, 'state.json'), JSON.stringify(state))
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sandbox-entra-'))
  await plantState(dir)
  sandbox = await startSandbox({ dir, now: () => now })
  agent = loopbackAgent(sandbox)
})
beforeEach(() => {
  now = start
})
afterAll(async () => {
  await agent.close()
  await sandbox.close()
  await rm(dir, { recursive: true })
})

const network: INetworkModule = {
  sendGetRequestAsync: (url, options) => send('GET', url, options),
  sendPostRequestAsync: (url, options) => send('POST', url, options),
}

async function send<T>(method: 'GET' | 'POST', url: string, options?: NetworkRequestOptions) {
  const answer = await request(url, {
    method,
    dispatcher: agent,
    headers: options?.headers ?? {},
    body: options?.body ?? null,
  })
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
  )
  return { headers, status: answer.statusCode, body: (await answer.body.json()) as T }
}

type Try = Readonly<{
  tenant?: string
  clientId?: string
  secret?: string
  scope?: string
}>

function msal(input: Try): Promise<AuthenticationResult | null> {
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: input.clientId ?? app.clientId,
      clientSecret: input.secret ?? secret.value,
      authority: `${login}/${input.tenant ?? homeTenant.tenantId}`,
      knownAuthorities: ['login.practice.localhost'],
    },
    system: { networkClient: network },
  })
  return client.acquireTokenByClientCredential({
    scopes: [input.scope ?? `${environmentUrl}/.default`],
  })
}

type RawAnswer = Readonly<{
  status: number
  headers: Record<string, string>
  body: Record<string, unknown>
}>

function post(
  path: string,
  form: Record<string, string> | string,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const body = typeof form === 'string' ? form : new URLSearchParams(form).toString()
  return send('POST', `${login}/${path}`, {
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
}

const v2 = `${homeTenant.tenantId}/oauth2/v2.0/token`
const v1 = `${homeTenant.tenantId}/oauth2/token`
const errorNames: Record<number, string> = {
  700016: 'unauthorized_client',
  7000215: 'invalid_client',
  1002012: 'invalid_scope',
  500011: 'invalid_resource',
}
const goodForm = () => ({
  grant_type: 'client_credentials',
  client_id: app.clientId,
  client_secret: secret.value,
  scope: `${environmentUrl}/.default`,
})

describe('MSAL, unchanged, against the practice Entra', () => {
  test.each([homeTenant.tenantId, homeTenant.domain, homeTenant.tenantId.toUpperCase()])(
    'mints a token in tenant %s',
    async (tenant) => {
      const result = await msal({ tenant })
      const claims = decodeJwt(result?.accessToken ?? '')
      expect(claims).toMatchObject({
        aud: environmentUrl,
        iss: `https://sts.practice.localhost/${homeTenant.tenantId}/`,
        appid: app.clientId,
        appidacr: '1',
        idp: `https://sts.practice.localhost/${homeTenant.tenantId}/`,
        oid: app.servicePrincipalId,
        sub: app.servicePrincipalId,
        tid: homeTenant.tenantId,
        roles: ['Connector.FullAccess', 'CustomService.ReadWrite.All'],
        ver: '1.0',
        nbf: start.getTime() / 1000 - 300,
        exp: start.getTime() / 1000 + 3600,
      })
      expect(claims.uti).toMatch(/^[\w-]{22}$/)
      expect(claims.rh).toMatch(/^1\.A/)
    },
  )

  const nobody = 'c0ffee00-0000-4000-8000-000000000000'
  test.each([
    { what: 'an unknown app', input: { clientId: nobody }, code: 700016 },
    { what: 'an app of another tenant', input: { tenant: otherTenant.tenantId }, code: 700016 },
    { what: 'a wrong secret', input: { secret: 'abc8Q~isnotthesecretofthisapp' }, code: 7000215 },
    { what: 'a delegated scope', input: { scope: `${environmentUrl}/user` }, code: 1002012 },
    { what: 'a path', input: { scope: `${environmentUrl}/data/.default` }, code: 500011 },
    {
      what: 'an unknown environment',
      input: { scope: 'https://contoso-dev.practice.localhost/.default' },
      code: 500011,
    },
  ])('is told of $what', async ({ input, code }) => {
    const error = await msal(input).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ServerError)
    expect(error).toMatchObject({ errorNo: code, errorCode: errorNames[code] })
    expect((error as ServerError).errorMessage).toContain(`AADSTS${code}: `)
  })

  test.each([
    { tenant: nobody, code: 90002 },
    { tenant: 'nobody.onmicrosoft.com', code: 90002 },
    { tenant: 'contoso_practice', code: 900023 },
  ])('cannot resolve tenant $tenant, and discovery says why', async ({ tenant, code }) => {
    await expect(msal({ tenant })).rejects.toMatchObject({
      errorCode: 'endpoints_resolution_error',
    })
    for (const call of [
      send<Record<string, unknown>>(
        'GET',
        `${login}/${tenant}/v2.0/.well-known/openid-configuration`,
      ),
      post(`${tenant}/oauth2/v2.0/token`, goodForm()),
    ]) {
      const { status, body } = await call
      expect(status).toBe(400)
      expect(body).toMatchObject({ error: 'invalid_request', error_codes: [code] })
    }
  })

  test('is told to use the value when the id of the secret is sent', async () => {
    const error = await msal({ secret: secret.keyId }).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ errorNo: 7000215 })
    expect((error as ServerError).errorMessage).toContain('not the client secret ID')
  })

  test('is told that the app is unknown when its object id is sent as client id', async () => {
    await expect(msal({ clientId: app.objectId })).rejects.toMatchObject({ errorNo: 700016 })
  })

  test('is told that the secret has expired, from that moment on', async () => {
    now = new Date(start.getTime() + 180 * 86_400_000 - 1)
    await expect(msal({})).resolves.toMatchObject({ tokenType: 'Bearer' })
    now = new Date(start.getTime() + 180 * 86_400_000)
    await expect(msal({})).rejects.toMatchObject({
      errorNo: 7000222,
      errorCode: 'invalid_client',
    })
  })

  test('signs in with a certificate, and the token says so', async () => {
    const { thumbprintSha256 } = parseCertificate(certificate.certPem)
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: app.clientId,
        clientCertificate: { thumbprintSha256, privateKey: certificate.keyPem },
        authority: `${login}/${homeTenant.tenantId}`,
        knownAuthorities: ['login.practice.localhost'],
      },
      system: { networkClient: network },
    })
    // MSAL stamps its assertions by the real clock.
    now = new Date()
    const result = await client.acquireTokenByClientCredential({
      scopes: [`${environmentUrl}/.default`],
    })
    expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ appidacr: '2' })
  })
})

describe('the shape of answers', () => {
  test('a refusal carries all that support asks for', async () => {
    const correlation = '0b1e9a3c-5a63-4a51-9a6e-6d6f6b8d3c11'
    const { status, headers, body } = await post(
      v2,
      { ...goodForm(), client_secret: 'wrong' },
      { 'client-request-id': correlation },
    )
    expect(status).toBe(401)
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(headers['cache-control']).toContain('no-store')
    expect(headers['x-ms-request-id']).toBe(body.trace_id)
    expect(body).toMatchObject({
      error: 'invalid_client',
      error_codes: [7000215],
      timestamp: '2026-03-02 08:00:00Z',
      correlation_id: correlation,
      error_uri: `${login}/error?code=7000215`,
    })
    expect(String(body.error_description).split('\r\n')).toEqual([
      expect.stringMatching(/^AADSTS7000215: /),
      `Trace ID: ${body.trace_id}`,
      `Correlation ID: ${correlation}`,
      'Timestamp: 2026-03-02 08:00:00Z',
    ])
  })

  test('v2.0 answers numbers, v1 answers strings and the resource', async () => {
    const two = await post(v2, goodForm())
    expect(two.body).toMatchObject({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 })
    const { scope: _, ...rest } = goodForm()
    const one = await post(v1, { ...rest, resource: environmentUrl })
    expect(one.body).toMatchObject({
      token_type: 'Bearer',
      expires_in: '3599',
      expires_on: String(start.getTime() / 1000 + 3600),
      not_before: String(start.getTime() / 1000 - 300),
      resource: environmentUrl,
    })
  })

  test.each([
    ['scope', `${environmentUrl}//.default`, `${environmentUrl}/`],
    [
      'scope',
      'HTTPS://Contoso-UAT.practice.localhost/.default',
      'HTTPS://Contoso-UAT.practice.localhost',
    ],
    ['scope', `${dynamicsErp.appId}/.default`, dynamicsErp.appId],
    ['resource', `${environmentUrl}/`, `${environmentUrl}/`],
  ])('%s %s yields the audience %s, as it was asked', async (field, asked, audience) => {
    const { scope: _, ...rest } = goodForm()
    const { body } = await post(field === 'scope' ? v2 : v1, { ...rest, [field]: asked })
    expect(decodeJwt(String(body.access_token)).aud).toBe(audience)
  })

  test('the secret may come by HTTP Basic, form-encoded as the standard has it', async () => {
    const { client_id, client_secret, ...rest } = goodForm()
    const pair = `${encodeURIComponent(client_id)}:${encodeURIComponent(client_secret)}`
    const authorization = `Basic ${Buffer.from(pair).toString('base64')}`
    expect((await post(v2, rest, { authorization })).status).toBe(200)
  })
})

describe('requests that no client library sends', () => {
  test.each([
    { what: 'an empty body', body: '', code: 900144 },
    { what: 'a JSON body', body: '{"grant_type":"client_credentials"}', code: 900144 },
    { what: 'bytes', body: '\u0000\u0001%%%&&&===', code: 900144 },
    { what: 'no client id', body: 'grant_type=client_credentials', code: 900144 },
    { what: 'the password grant', body: 'grant_type=password&client_id=x', code: 70003 },
  ])('$what is refused', async ({ body, code }) => {
    const answer = await post(v2, body)
    expect(answer).toMatchObject({ status: 400, body: { error_codes: [code] } })
  })

  test.each([
    { what: 'no scope', change: { scope: '' }, code: 90014, status: 400 },
    {
      what: 'resource instead of scope',
      change: { scope: '', resource: 'x' },
      code: 901002,
      status: 400,
    },
    { what: 'two scopes', change: { scope: 'a/.default b/.default' }, code: 70011, status: 400 },
    { what: 'nothing before /.default', change: { scope: '/.default' }, code: 70011, status: 400 },
    { what: 'no secret', change: { client_secret: '' }, code: 7000218, status: 401 },
  ])('$what is refused', async ({ change, code, status }) => {
    const answer = await post(v2, { ...goodForm(), ...change })
    expect(answer).toMatchObject({ status, body: { error_codes: [code] } })
  })

  test('a tenantless token request is refused', async () => {
    const answer = await post('common/oauth2/v2.0/token', goodForm())
    expect(answer).toMatchObject({ status: 400, body: { error_codes: [50059] } })
  })

  test('GET on the token endpoint is refused with what it accepts', async () => {
    const answer = await send<Record<string, unknown>>('GET', `${login}/${v2}`)
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('POST')
    expect(answer.body.error_codes).toEqual([900561])
  })

  test('a body over the limit is refused, and the next call is served', async () => {
    const answer = await request(`${login}/${v2}`, {
      method: 'POST',
      dispatcher: agent,
      body: 'x'.repeat(5_000_000),
    })
    await answer.body.dump()
    expect(answer.statusCode).toBe(413)
    expect((await post(v2, goodForm())).status).toBe(200)
  })
})

describe('client assertions', () => {
  const sign = async (change: Record<string, unknown>, header: Record<string, unknown> = {}) => {
    const digest = createHash('sha256').update(derOf(certificate.certPem)).digest('base64url')
    const seconds = now.getTime() / 1000
    return await new SignJWT({
      iss: app.clientId,
      sub: app.clientId,
      aud: `${login}/${v2}`,
      jti: 'one',
      nbf: seconds,
      exp: seconds + 600,
      ...change,
    })
      .setProtectedHeader({ alg: 'PS256', 'x5t#S256': digest, ...header })
      .sign(createPrivateKey(certificate.keyPem))
  }
  const present = (jwt: string) =>
    post(v2, {
      grant_type: 'client_credentials',
      client_id: app.clientId,
      scope: `${environmentUrl}/.default`,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: jwt,
    })
  const derOf = (pem: string) => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')

  test('one that is right is taken', async () => {
    expect((await present(await sign({}))).status).toBe(200)
  })

  const startUnix = start.getTime() / 1000
  test.each([
    { what: 'expired', change: { exp: startUnix - 301 }, header: {}, code: 700024 },
    { what: 'from the future', change: { nbf: startUnix + 301 }, header: {}, code: 700024 },
    { what: 'of absurd times', change: { nbf: 1e300, exp: 1e300 }, header: {}, code: 700024 },
    { what: 'for elsewhere', change: { aud: 'https://login.example/' }, header: {}, code: 50027 },
    { what: 'of another app', change: { iss: 'somebody' }, header: {}, code: 700021 },
    { what: 'without issuer', change: { iss: undefined }, header: {}, code: 90014 },
    { what: 'by an unknown key', change: {}, header: { 'x5t#S256': 'AAAA' }, code: 700027 },
    { what: 'naming no key', change: {}, header: { 'x5t#S256': undefined }, code: 5002723 },
  ])('one $what is refused', async ({ change, header, code }) => {
    expect((await present(await sign(change, header))).body.error_codes).toEqual([code])
  })

  test('one whose signature was changed is refused', async () => {
    const jwt = await sign({})
    const [header, payload, signature = ''] = jwt.split('.')
    const first = signature.startsWith('A') ? 'B' : 'A'
    const changed = `${header}.${payload}.${first}${signature.slice(1)}`
    expect((await present(changed)).body.error_codes).toEqual([700027])
  })

  test.each(['rubbish', 'a.b.c', '..', 'eyJhbGciOiJub25lIn0.e30.'])(
    '%s is no assertion',
    async (jwt) => {
      const { status, body } = await present(jwt)
      expect([400, 401]).toContain(status)
      expect([50027, 5002738]).toContain((body.error_codes as number[])[0])
    },
  )
})

describe('discovery', () => {
  test.each(['v2.0/.well-known/openid-configuration', '.well-known/openid-configuration'])(
    '%s leads to the keys that verify a token',
    async (path) => {
      const { body } = await send<Record<string, string>>(
        'GET',
        `${login}/${homeTenant.domain}/${path}`,
      )
      expect(body.token_endpoint).toContain(homeTenant.tenantId)
      const keys = await send<{ keys: { kid: string }[] }>('GET', body.jwks_uri ?? '')
      const { body: token } = await post(v2, goodForm())
      const kid = decodeProtectedHeader(String(token.access_token)).kid
      expect(keys.body.keys.map((key) => key.kid)).toContain(kid)
    },
  )

  test('the issuer of v2.0 is on the origin that was asked', async () => {
    const { body } = await send<Record<string, string>>(
      'GET',
      `${login}/${homeTenant.tenantId}/v2.0/.well-known/openid-configuration`,
    )
    expect(body.issuer).toBe(`${login}/${homeTenant.tenantId}/v2.0`)
  })
})

test('fifty callers at once are all served', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(v2, goodForm())))
  expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200))
  expect(new Set(answers.map((answer) => answer.body.access_token)).size).toBe(50)
})
