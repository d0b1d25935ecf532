import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listEntitySets } from '@/lib/catalog/entity-sets'
import { UpstreamError } from '@/lib/catalog/errors'
import { readODataPath } from '@/lib/catalog/read-odata'
import { createConnection } from '@/lib/connections/create-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { readTokenState } from '@/lib/connections/token-state'
import { updateConnection } from '@/lib/connections/update-connection'
import { parseReadTiming } from '@/lib/contract/read-timing'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import { closeOutbound } from '@/lib/http/agent'
import type { StreamingAnswer } from '@/lib/http/outbound'
import { setPracticeRoute } from '@/lib/http/practice-route'
import type { Context } from '@/lib/log/context'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { addSecret, registerApp } from '@/lib/sandbox/state/apps'
import { seedState } from '@/lib/sandbox/state/seed'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { openVault, setVault } from '@/lib/vault/vault'

let dir: string
let practice: Sandbox
let clientId: string
let secret: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-catalog-'))
  const database = await openDatabase({ dir: 'memory' })
  setDatabase(database)
  setVault(await openVault(database, { dataDir: dir }))
  await mkdir(join(dir, 'practice'))
  await writeFile(join(dir, 'practice', 'state.json'), JSON.stringify(preparedState()))
  practice = await startSandbox({ dir: join(dir, 'practice'), rows: 200 })
  setPracticeRoute({ port: practice.port, caPem: practice.caPem })
})

afterAll(async () => {
  setPracticeRoute(undefined)
  await closeOutbound()
  await practice.close()
  setVault(undefined)
  await closeDatabase()
  await rm(dir, { recursive: true, force: true })
})

function preparedState() {
  const now = new Date()
  const state = seedState()
  state.delays = { app: 0, secret: 0, consent: 0, trust: 0 }
  const app = registerApp(state, {
    name: 'Catalog',
    audience: 'AzureADMyOrg',
    redirectUris: [],
    permissions: [],
    servicePrincipal: true,
    now,
  })
  const expiresAtMs = now.getTime() + 86_400_000
  secret = addSecret(app, { description: 'test', expiresAtMs, now }).value
  clientId = app.clientId
  state.environments['contoso-uat'].registrations.push({
    clientId,
    name: 'Catalog',
    userId: 'ODataIntegration',
    createdAtMs: 0,
  })
  return state
}

function context(): Context {
  return {
    actor: { kind: 'system', job: 'test' },
    now: () => new Date(),
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
    requestId: randomUUID(),
  }
}

async function connect(given: { secret?: string; environmentUrl?: string } = {}): Promise<string> {
  const ctx = context()
  const { environmentUrl = practiceEnvironmentUrl } = given
  const { id } = await createConnection(ctx, { environmentUrl, tenantId: homeTenant.tenantId })
  await updateConnection(ctx, id, { clientId })
  await putCredential(ctx, id, { kind: 'secret', value: given.secret ?? secret })
  return id
}

function read(id: string, path: readonly string[], query = ''): Promise<StreamingAnswer> {
  return readODataPath(context(), id, { path, query, headers: asBrowser })
}

const asBrowser = { Accept: 'text/html,application/xhtml+xml', Cookie: 'session=1' }

const textOf = ({ body }: StreamingAnswer) => new Response(body).text()

async function refusalOf(call: Promise<unknown>): Promise<UpstreamError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UpstreamError)) throw new Error(`not refused by upstream: ${error}`)
  return error
}

test('rows come through as F&O sent them', async () => {
  const answer = await read(await connect(), ['CustomersV3'], '?$top=2&$select=CustomerAccount')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toMatch(/^application\/json/)
  const page = JSON.parse(await textOf(answer))
  expect(page.value).toHaveLength(2)
  expect(page['@odata.context']).toContain('/data/$metadata#CustomersV3')
})

test('the answer says where its time went, beside what F&O says itself', async () => {
  const id = await connect()
  await textOf(await read(id, ['CustomersV3'], '?$top=1'))
  await closeOutbound()
  const opened = await read(id, ['CustomersV3'], '?$top=1')
  await textOf(opened)
  const timing = parseReadTiming(opened.headers['server-timing'] ?? null)
  expect(timing).toMatchObject({
    throttledMs: null,
    tlsMs: expect.any(Number),
    firstByteMs: expect.any(Number),
    environmentMs: expect.any(Number),
  })
  expect(opened.headers['ms-dyn-aid']).toMatch(/^[\da-f-]{36}$/)
  const openings: unknown[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    const again = await read(id, ['CustomersV3'], '?$top=1')
    await textOf(again)
    openings.push(parseReadTiming(again.headers['server-timing'] ?? null)?.connectMs)
  }
  expect(openings).toContain(null)
})

test('a key with a slash or a quote in it stays a key', async () => {
  const path = ["CustomersV3(dataAreaId='usmf',CustomerAccount='A/B ''1''')"]
  const { failure } = await refusalOf(read(await connect(), path))
  expect(failure.status).toBe(404)
  expect(failure.url).toBe(
    `${practiceEnvironmentUrl}/data/CustomersV3(dataAreaId='usmf',CustomerAccount='A%2FB%20''1''')`,
  )
})

test('a browser that asks for pages is given JSON all the same', async () => {
  const answer = await read(await connect(), ['CustomersV3'], '$top=1')
  expect(JSON.parse(await textOf(answer)).value).toHaveLength(1)
})

test('many callers at once cost one mint', async () => {
  const id = await connect()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => read(id, ['CustomersV3'], '$top=1').then(textOf)),
  )
  expect(answers).toHaveLength(20)
  expect((await readTokenState(context(), id))?.mints).toBe(1)
})

test.each(['read before', 'never read'])(
  'a misspelt entity is explained with the nearest real name where the list was %s',
  async (when) => {
    const id = await connect()
    if (when === 'read before') await listEntitySets(context(), id, { refresh: false })
    const { failure, diagnosis } = await refusalOf(read(id, ['CustomerV3']))
    expect(failure.status).toBe(404)
    expect(JSON.stringify(diagnosis)).toContain('CustomersV3')
  },
)

test.each([
  ['$select=CustomerAcount', 'CustomerAccount'],
  ["$filter=OrganisationName eq 'x'", 'OrganizationName'],
  ['$orderby=customergroupid', 'CustomerGroupId'],
])('an unknown field in %s is explained with the nearest real one', async (query, name) => {
  const { diagnosis } = await refusalOf(read(await connect(), ['CustomersV3'], query))
  expect(diagnosis.rule).toBe('query.field-unknown')
  expect(diagnosis.fix[0]).toContain(name)
})

const noYes = 'Microsoft.Dynamics.DataEntities.NoYes'

test.each([
  [`PartyType eq ${noYes}'yes'`, 'query.enum-member', 'like it: Yes.'],
  [`OnHoldStatus eq 'Yes'`, 'query.enum-literal', 'Members of '],
])('the enum in %s is explained with its members', async (filter, rule, told) => {
  const query = `$filter=${encodeURIComponent(filter)}`
  const { diagnosis } = await refusalOf(read(await connect(), ['CustomersV3'], query))
  expect(diagnosis.rule).toBe(rule)
  expect(diagnosis.fix.join(' ')).toContain(told)
})

test('an enum that is none has no members to tell of', async () => {
  const query = `$filter=${encodeURIComponent(`PartyType eq ${noYes}Maybe'Yes'`)}`
  const { diagnosis } = await refusalOf(read(await connect(), ['CustomersV3'], query))
  expect(diagnosis.rule).toBe('query.enum-member')
  expect(diagnosis.fix.join(' ')).not.toMatch(/Members|like it/)
})

test('what the mapped user may not read is refused with its own cause, not the secret’s', async () => {
  const { failure, diagnosis } = await refusalOf(read(await connect(), ['SysAADClients']))
  expect(failure.status).toBe(403)
  expect(diagnosis).toMatchObject({ rule: 'finops.own-tables-forbidden', who: 'finops-admin' })
})

test('a token that was never minted names the step of the secret', async () => {
  const id = await connect({ secret: 'Abc8Q~not-the-value-that-entra-showed-once-xx' })
  const { diagnosis } = await refusalOf(read(id, ['CustomersV3']))
  expect(diagnosis.step).toBe('secret')
})

test('an app that the environment does not know is sent to step 5', async () => {
  const id = await connect({ environmentUrl: 'https://contoso-prod.practice.localhost' })
  const { failure, diagnosis } = await refusalOf(read(id, ['CustomersV3']))
  expect([failure.status, diagnosis.rule]).toEqual([401, 'finops.app-not-registered'])
})

test('a connection that is not filled in is refused before any call', async () => {
  const { id } = await createConnection(context(), { environmentUrl: practiceEnvironmentUrl })
  await expect(read(id, ['CustomersV3'])).rejects.toMatchObject({ code: 'incomplete' })
  await expect(read(`con_${'a'.repeat(20)}`, ['X'])).rejects.toMatchObject({ code: 'not_found' })
})

test('a path out of the environment’s data never leaves', async () => {
  const id = await connect()
  await expect(read(id, ['..', 'metadata'])).rejects.toMatchObject({ code: 'bad_path' })
  await expect(read(id, ['X'], '$top=1?x')).rejects.toMatchObject({ code: 'bad_query' })
})

test('entity sets are read once, and anew when asked for', async () => {
  const id = await connect()
  const first = await listEntitySets(context(), id, { refresh: false })
  expect(first.entitySets).toContainEqual({ name: 'CustomersV3', url: 'CustomersV3' })
  expect(await listEntitySets(context(), id, { refresh: false })).toEqual(first)

  const anew = await listEntitySets(context(), id, { refresh: true })
  expect(anew.readAt > first.readAt).toBe(true)
  expect(anew.entitySets).toEqual(first.entitySets)
})
