import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { forgetTokens } from '@/lib/entra/get-token'
import { askChallenge } from '@/lib/finops/challenge'
import { type Environment, openEnvironment } from '@/lib/finops/environment'
import { readEnvironmentVersion } from '@/lib/finops/environment-version'
import { followNextLink } from '@/lib/finops/follow-next-link'
import { listEntitySets } from '@/lib/finops/list-entity-sets'
import { readOData, readODataJson } from '@/lib/finops/read-odata'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { addSecret, registerApp } from '@/lib/sandbox/state/apps'
import { seedState } from '@/lib/sandbox/state/seed'

const trusted = 'https://contoso-uat.practice.localhost'
const untrusted = 'https://contoso-prod.practice.localhost'
const start = new Date('2026-03-02T08:00:00.000Z')
const signal = new AbortController().signal
const dir = mkdtempSync(join(tmpdir(), 'finops-practice-'))
const Page = z.object({
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': z.string().optional(),
})
let now = start
/** Fivestep's own clock, which may be behind. */
let ours = start
let mints = 0
let sandbox: Sandbox
let open: (environmentUrl: string) => Environment

beforeAll(async () => {
  const state = seedState()
  state.delays.secret = 0
  const facts = { audience: 'AzureADMyOrg' as const, redirectUris: [], permissions: [], now: start }
  const app = registerApp(state, { ...facts, name: 'ODataIntegration', servicePrincipal: true })
  const expiresAtMs = start.getTime() + 30 * 86_400_000
  const { value } = addSecret(app, { description: 'test', expiresAtMs, now: start })
  const row = { clientId: app.clientId, name: 'ODataIntegration', userId: 'ODataIntegration' }
  state.environments['contoso-uat'].registrations.push({ ...row, createdAtMs: start.getTime() })
  writeFileSync(join(dir, 'state.json'), JSON.stringify(state))
  sandbox = await startSandbox({ dir, now: () => now })
  setPracticeRoute({ port: sandbox.port, caPem: sandbox.caPem })
  open = (environmentUrl) =>
    openEnvironment(
      {
        authorityOrigin: 'https://login.practice.localhost',
        tenantId: homeTenant.tenantId,
        clientId: app.clientId,
        resource: environmentUrl,
        environmentUrl,
        credential: { id: 'cre_finops', kind: 'secret', secret: async () => value },
      },
      {
        now: () => ours,
        onMint: () => {
          mints += 1
        },
      },
    )
})
beforeEach(() => {
  now = start
  ours = start
  mints = 0
  forgetTokens('cre_finops')
})
afterAll(async () => {
  setPracticeRoute(undefined)
  await closeOutbound()
  await sandbox.close()
  rmSync(dir, { recursive: true })
})

describe('the practice environment', () => {
  test('names its tenant to a caller without a token', async () => {
    expect(await askChallenge(trusted, { signal })).toMatchObject({
      isFinops: true,
      tenantId: homeTenant.tenantId,
      cloud: 'practice',
      authorityOrigin: 'https://login.practice.localhost',
    })
  })

  test('lists its entity sets and gives rows, page after page, for one mint', async () => {
    const environment = open(trusted)
    const names = (await listEntitySets(environment, { signal })).map(({ name }) => name)
    expect(names).toContain('CustomersV3')
    const first = await readODataJson(environment, Page, {
      path: 'CustomersV3',
      query: '$select=CustomerAccount&$orderby=CustomerAccount',
      headers: { prefer: 'odata.maxpagesize=3' },
      signal,
    })
    expect(first.value.length).toBeGreaterThan(0)
    const link = z.string().parse(first['@odata.nextLink'])
    const next = await followNextLink(environment, link, { signal })
    const page = Page.parse(JSON.parse(await new Response(next.body).text()))
    expect(page.value[0]).not.toEqual(first.value[0])
    expect(mints).toBe(1)
  })

  test('is read by many at once for one mint', async () => {
    const environment = open(trusted)
    const read = { path: 'CustomersV3', query: '$top=2', signal }
    const pages = await Promise.all(
      Array.from({ length: 25 }, () => readODataJson(environment, Page, read)),
    )
    expect(new Set(pages.map(({ value }) => value.length))).toEqual(new Set([2]))
    expect(mints).toBe(1)
  })

  test('refuses a token that has expired by its own clock, and takes the one that replaces it', async () => {
    const environment = open(trusted)
    const token = await environment.token({ signal })
    now = new Date(token.expiresAt.getTime() + 3_600_000)
    ours = new Date(start.getTime() + 120_000)
    const answer = await readOData(environment, { path: 'CustomersV3', query: '$top=1', signal })
    await answer.body.cancel()
    expect(answer).toMatchObject({ status: 200, attempts: 2 })
    expect(mints).toBe(2)
  })

  test('says which version runs there', async () => {
    expect(await readEnvironmentVersion(open(trusted), { signal })).toEqual({
      application: '10.0.44',
      applicationBuild: '10.0.2263.61',
      platformBuild: '7.0.7690.48',
    })
  })

  test('that does not know the app refuses a good token, and no second one is asked for', async () => {
    const answer = await readOData(open(untrusted), { path: 'CustomersV3', signal })
    expect(answer).toMatchObject({ status: 401, attempts: 1 })
    expect(await answer.failure()).toMatchObject({
      where: 'environment',
      status: 401,
      headers: { p3p: expect.any(String) },
    })
    expect(mints).toBe(1)
  })

  test('without such an entity answers with evidence', async () => {
    const read = { path: 'VendVendors', signal }
    await expect(readODataJson(open(trusted), Page, read)).rejects.toMatchObject({
      code: 'refused',
      failure: { status: 404, where: 'environment', message: expect.any(String) },
    })
  })
})
