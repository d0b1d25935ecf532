import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askApp } from '@/lib/entra/ask-app'
import { askTenant } from '@/lib/entra/ask-tenant'
import type { CertificateWithKey } from '@/lib/entra/credential'
import { forgetTokens, getToken, type TokenRequest } from '@/lib/entra/get-token'
import { makeCertificate } from '@/lib/entra/make-certificate'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import { homeTenant, otherTenant } from '@/lib/sandbox/entra/tenants'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { addSecret, registerApp } from '@/lib/sandbox/state/apps'
import { parseCertificate } from '@/lib/sandbox/state/certificates'
import { seedState } from '@/lib/sandbox/state/seed'

const authorityOrigin = 'https://login.practice.localhost'
const resource = 'https://contoso-uat.practice.localhost'
const start = new Date('2026-03-02T08:00:00.000Z')
const signal = new AbortController().signal
const dir = mkdtempSync(join(tmpdir(), 'entra-practice-'))
const unknownId = '00000000-1111-2222-3333-444444444444'
let now = start
let sandbox: Sandbox
let good: Omit<TokenRequest, 'credential'>
let known: CertificateWithKey
let secrets: Readonly<{ value: string; id: string; expired: string }>

beforeAll(async () => {
  const state = seedState()
  state.delays.secret = 0
  const app = registerApp(state, {
    name: 'ODataIntegration',
    audience: 'AzureADMyOrg',
    redirectUris: [],
    servicePrincipal: true,
    permissions: [],
    now: start,
  })
  const made = (expiresAtMs: number) =>
    addSecret(app, { description: 'test', expiresAtMs, now: start })
  const fresh = made(start.getTime() + 86_400_000)
  const expired = made(start.getTime() - 1000)
  secrets = { value: fresh.value, id: fresh.secret.keyId, expired: expired.value }
  known = await makeCertificate({ name: 'practice', days: 30, now: new Date() })
  app.certificates.push(parseCertificate(known.certificate))
  writeFileSync(join(dir, 'state.json'), JSON.stringify(state))
  sandbox = await startSandbox({ dir, now: () => now })
  setPracticeRoute({ port: sandbox.port, caPem: sandbox.caPem })
  good = { authorityOrigin, tenantId: homeTenant.tenantId, clientId: app.clientId, resource }
})
beforeEach(() => {
  now = start
  forgetTokens('cre_practice')
})
afterAll(async () => {
  setPracticeRoute(undefined)
  await closeOutbound()
  await sandbox.close()
  rmSync(dir, { recursive: true })
})

const mint = (change: Partial<TokenRequest> = {}, secret = secrets.value) =>
  getToken(
    {
      ...good,
      credential: { id: 'cre_practice', kind: 'secret', secret: async () => secret },
      ...change,
    },
    { signal, now: () => now },
  )

describe('MSAL against the practice tenant', () => {
  test('brings a token whose claims name app, tenant and environment', async () => {
    const token = await mint()
    expect(token.claims).toMatchObject({
      aud: resource,
      tid: homeTenant.tenantId,
      oid: expect.any(String),
    })
    expect(Object.values(token.claims)).toContain(good.clientId)
    expect(token.expiresAt.getTime()).toBeGreaterThan(start.getTime() + 3_000_000)
  })

  test('takes the tenant by its domain', async () => {
    expect((await mint({ tenantId: homeTenant.domain })).claims.tid).toBe(homeTenant.tenantId)
  })

  test('keeps a token until five minutes before it expires, and then mints another', async () => {
    const first = await mint()
    now = new Date(first.expiresAt.getTime() - 5 * 60_000 - 1000)
    expect((await mint()).value).toBe(first.value)
    now = new Date(first.expiresAt.getTime() - 5 * 60_000)
    expect((await mint()).value).not.toBe(first.value)
  })

  test.each([
    ['a wrong secret', {}, 'Wrong~secret', 'secret_wrong', 'AADSTS7000215'],
    ['the id of the secret', {}, 'id', 'secret_wrong', 'AADSTS7000215'],
    ['an expired secret', {}, 'expired', 'secret_expired', 'AADSTS7000222'],
    ['an unknown app', { clientId: unknownId }, 'value', 'app_unknown', 'AADSTS700016'],
    ['an unknown tenant', { tenantId: unknownId }, 'value', 'tenant_unknown', 'AADSTS90002'],
    ['another tenant', { tenantId: otherTenant.tenantId }, 'value', 'app_unknown', 'AADSTS700016'],
    [
      'an unknown resource',
      { resource: 'https://nowhere.practice.localhost' },
      'value',
      'resource_unknown',
      'AADSTS500011',
    ],
  ] as const)('refuses %s with evidence', async (...row) => {
    const [, change, which, code, aadsts] = row
    const secret = which in secrets ? secrets[which as keyof typeof secrets] : which
    await expect(mint(change, secret)).rejects.toMatchObject({
      name: 'TokenError',
      code,
      failure: {
        code: aadsts,
        ids: { correlationId: expect.any(String), traceId: expect.any(String) },
      },
    })
  })
})

describe('a certificate in place of a secret', () => {
  // MSAL writes the times of an assertion by the real clock.
  beforeEach(() => {
    now = new Date()
  })

  const mintWith = (certificate: CertificateWithKey) =>
    mint({
      credential: { id: 'cre_practice', kind: 'certificate', certificate: async () => certificate },
    })

  test('signs an assertion that the tenant verifies, and brings a token', async () => {
    expect((await mintWith(known)).claims).toMatchObject({ aud: resource })
  })

  test('is refused where the app does not know it, and its key is not in the evidence', async () => {
    const stranger = await makeCertificate({ name: 'stranger', days: 30, now: start })
    const error: unknown = await mintWith(stranger).catch((refused: unknown) => refused)
    expect(error).toMatchObject({ name: 'TokenError', failure: { code: 'AADSTS700027' } })
    expect(JSON.stringify(error)).not.toContain(stranger.privateKey.split('\n')[3])
  })

  test('is refused when another key signs in its name', async () => {
    const { privateKey } = await makeCertificate({ name: 'other', days: 30, now: start })
    await expect(mintWith({ ...known, privateKey })).rejects.toMatchObject({ name: 'TokenError' })
  })
})

describe('asking without a secret', () => {
  test.each([homeTenant.tenantId, homeTenant.domain])('finds the tenant %s', async (tenantId) => {
    const facts = await askTenant({ authorityOrigin, tenantId, signal })
    expect(facts.tenantId).toBe(homeTenant.tenantId)
  })

  test('finds that there is no such tenant', async () => {
    const work = askTenant({ authorityOrigin, tenantId: 'nobody.example', signal })
    await expect(work).rejects.toMatchObject({ code: 'tenant_unknown' })
  })

  test('finds the app', async () => {
    expect(await askApp({ ...good, signal })).toEqual({ known: true })
  })

  test.each([
    ['is unknown', { clientId: unknownId }, 'app_unknown'],
    ['is in another tenant', { tenantId: otherTenant.tenantId }, 'app_unknown'],
    ['has no tenant', { tenantId: unknownId }, 'tenant_unknown'],
  ])('finds that the app %s', async (_what, change, code) => {
    await expect(askApp({ ...good, ...change, signal })).rejects.toMatchObject({ code })
  })
})
