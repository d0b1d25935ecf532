import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count, eq } from 'drizzle-orm'
import { pino } from 'pino'
import { request } from 'undici'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { runWorkerFromSource } from '@/lib/catalog/build/worker-from-source'
import { catalogSearchJson, catalogStatus } from '@/lib/catalog/catalog-status'
import { entitySetDetail } from '@/lib/catalog/entity-set-detail'
import { refreshByNight } from '@/lib/catalog/refresh-by-night'
import { refreshCatalog } from '@/lib/catalog/refresh-catalog'
import { dropAbandonedCatalogs } from '@/lib/catalog/store/write-catalog'
import { createConnection } from '@/lib/connections/create-connection'
import { deleteConnection } from '@/lib/connections/delete-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { updateConnection } from '@/lib/connections/update-connection'
import { CatalogEvent } from '@/lib/contract/catalog'
import { closeDatabase, database, openDatabase, setDatabase } from '@/lib/db/client'
import { catalogParts, catalogs } from '@/lib/db/schema'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import { dueConnections } from '@/lib/jobs/refresh-catalogs'
import type { Context } from '@/lib/log/context'
import { SearchData } from '@/lib/odata/search/search-data'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { loopbackAgent } from '@/lib/sandbox/loopback'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { openVault, setVault } from '@/lib/vault/vault'

let dir: string
let practice: Sandbox
let app: Readonly<{ clientId: string; secret: string }>

runWorkerFromSource()
// Each reading starts a thread that reads its source first.
vi.setConfig({ testTimeout: 120_000 })

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-refresh-'))
  const opened = await openDatabase({ dir: 'memory' })
  setDatabase(opened)
  setVault(await openVault(opened, { dataDir: dir }))
  const state = seedState()
  withoutDelays(state)
  const prepared = prepareApp(state, { name: 'Catalog', now: new Date() })
  app = { clientId: prepared.app.clientId, secret: prepared.secret }
  await mkdir(join(dir, 'practice'))
  await writeFile(join(dir, 'practice', 'state.json'), JSON.stringify(state))
  practice = await startSandbox({ dir: join(dir, 'practice'), rows: 50 })
  setPracticeRoute({ port: practice.port, caPem: practice.caPem })
})

afterEach(() => breakEnvironment('none'))

afterAll(async () => {
  setPracticeRoute(undefined)
  await closeOutbound()
  await practice.close()
  setVault(undefined)
  await closeDatabase()
  await rm(dir, { recursive: true, force: true })
})

function context(signal = new AbortController().signal, now = new Date()): Context {
  return {
    actor: { kind: 'system', job: 'test' },
    now: () => now,
    signal,
    log: pino({ level: 'silent' }),
    requestId: randomUUID(),
  }
}

async function connect(): Promise<string> {
  const ctx = context()
  const environmentUrl = practiceEnvironmentUrl
  const { id } = await createConnection(ctx, { environmentUrl, tenantId: homeTenant.tenantId })
  await updateConnection(ctx, id, { clientId: app.clientId })
  await putCredential(ctx, id, { kind: 'secret', value: app.secret })
  return id
}

async function breakEnvironment(fault: string): Promise<void> {
  const portal = 'https://portal.practice.localhost'
  const agent = loopbackAgent(practice)
  const answer = await request(`${portal}/practice/faults`, {
    dispatcher: agent,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: portal },
    body: new URLSearchParams({ 'fault-contoso-uat': fault }).toString(),
  })
  await answer.body.dump()
  await agent.close()
  expect(answer.statusCode).toBe(303)
}

async function refresh(id: string, ctx = context()): Promise<CatalogEvent[]> {
  const events: CatalogEvent[] = []
  for await (const event of refreshCatalog(ctx, id)) events.push(CatalogEvent.parse(event))
  return events
}

async function rowsOf(table: typeof catalogs | typeof catalogParts): Promise<number> {
  const [row] = await database().orm.select({ rows: count() }).from(table)
  return row?.rows ?? 0
}

test('the metadata of an environment becomes a catalog that is searched and looked at', async () => {
  const id = await connect()
  expect(await catalogStatus(context(), id)).toEqual({ readings: [], lastRun: null })
  const events = await refresh(id)
  expect(events[0]?.type).toBe('started')
  expect(events.at(-1)).toMatchObject({ type: 'finished', isNew: true })

  const { readings } = await catalogStatus(context(), id)
  expect(readings).toMatchObject([{ counts: { sets: 100 } }])
  const hash = readings[0]?.hash ?? ''
  const json = new TextDecoder().decode(await catalogSearchJson(context(), id, hash))
  const data = SearchData.parse(JSON.parse(json))
  expect(data.sets.map(({ name }) => name)).toContain('CustomersV3')

  const detail = await entitySetDetail(context(), id, 'CustomersV3')
  expect(detail).toMatchObject({
    hash,
    name: 'CustomersV3',
    key: ['dataAreaId', 'CustomerAccount'],
  })
  expect(detail.fields.find(({ name }) => name === 'CustomerAccount')).toMatchObject({
    isKey: true,
    type: 'Edm.String',
  })
  expect(detail.enums.length).toBeGreaterThan(0)
  expect(detail.relations.some(({ targetSet }) => targetSet !== null)).toBe(true)
  const versions = await entitySetDetail(context(), id, 'DataManagementEntities')
  expect(versions.operations.map(({ boundTo }) => boundTo)).toContain('collection')
})

test('the same document is kept once, however many connections have it and however often it is read', async () => {
  const [one, other] = [await connect(), await connect()]
  await refresh(one)
  const before = [await rowsOf(catalogs), await rowsOf(catalogParts)]
  const later = new Date(Date.now() + 60_000)
  expect((await refresh(one, context(undefined, later))).at(-1)).toMatchObject({ isNew: false })
  expect((await refresh(other)).at(-1)).toMatchObject({ isNew: true })
  expect([await rowsOf(catalogs), await rowsOf(catalogParts)]).toEqual(before)
  const { readings } = await catalogStatus(context(), one)
  expect(readings).toMatchObject([{ lastReadAt: later.toISOString() }])
})

test.each([
  ['the environment refuses', 'maintenance', { diagnosis: { step: null } }],
  ['a page comes in its place', 'login_page', {}],
])('the catalog before stays in use where %s', async (_, fault, told) => {
  const id = await connect()
  await refresh(id)
  const { readings } = await catalogStatus(context(), id)
  const rows = await rowsOf(catalogParts)
  await breakEnvironment(fault)
  expect((await refresh(id)).at(-1)).toMatchObject({ type: 'failed', ...told })
  expect(await catalogStatus(context(), id)).toMatchObject({
    readings,
    lastRun: { isUnderWay: false, outcome: { how: 'failed', ...told } },
  })
  expect(await rowsOf(catalogParts)).toBe(rows)
})

test('by night an unchanged document writes nothing, and how it ended is kept', async () => {
  const id = await connect()
  const first = await refreshByNight(context(), id)
  expect(first, JSON.stringify(first)).toMatchObject({ type: 'finished', isNew: true })
  const rows = [await rowsOf(catalogs), await rowsOf(catalogParts)]
  const later = new Date(Date.now() + 60_000)
  const again = await refreshByNight(context(undefined, later), id)
  expect(again).toMatchObject({ type: 'finished', isNew: false })
  expect([await rowsOf(catalogs), await rowsOf(catalogParts)]).toEqual(rows)
  expect(await catalogStatus(context(), id)).toMatchObject({
    readings: [{ lastReadAt: later.toISOString() }],
    lastRun: { byNight: true, isUnderWay: false, outcome: { how: 'read', isNew: false } },
  })
  await breakEnvironment('maintenance')
  expect(await refreshByNight(context(), id)).toMatchObject({ type: 'failed' })
  const { lastRun } = await catalogStatus(context(), id)
  expect(lastRun).toMatchObject({ byNight: true, outcome: { how: 'failed', failure: {} } })
})

test('two readers of one connection do not read at once, on whatever server they are', async () => {
  const id = await connect()
  const reading = refreshCatalog(context(), id)
  expect((await reading.next()).value).toMatchObject({ type: 'started' })
  expect((await catalogStatus(context(), id)).lastRun).toMatchObject({ isUnderWay: true })
  expect(await refresh(id)).toEqual([{ type: 'busy' }])
  expect(await refreshByNight(context(), id)).toEqual({ type: 'busy' })
  await reading.return(undefined)
  expect((await refresh(id)).at(-1)).toMatchObject({ type: 'finished' })
})

test('a night reads what is due, of connections whose credential works, and only once', async () => {
  const id = await connect()
  const end = new Date('2030-01-01T05:00:00Z')
  expect(await dueConnections(end)).not.toContain(id)
  await refresh(id)
  expect(await dueConnections(end)).toContain(id)
  await refreshByNight(context(undefined, end), id)
  expect(await dueConnections(end)).not.toContain(id)
  expect(await dueConnections(new Date('2030-01-02T05:00:00Z'))).toContain(id)
})

test('a reading that is cancelled leaves nothing behind', async () => {
  const id = await connect()
  const before = await rowsOf(catalogs)
  const stop = new AbortController()
  const events: CatalogEvent[] = []
  for await (const event of refreshCatalog(context(stop.signal), id)) {
    events.push(event)
    if (event.type === 'started') stop.abort()
  }
  expect(events.at(-1)).toMatchObject({ type: 'failed', title: 'The reading was cancelled' })
  expect(await rowsOf(catalogs)).toBe(before)
})

test('a reader who goes away in the middle leaves nothing behind either', async () => {
  const id = await connect()
  const before = await rowsOf(catalogs)
  for await (const _ of refreshCatalog(context(), id)) break
  expect(await rowsOf(catalogs)).toBe(before)
})

test('what is not there is named', async () => {
  const id = await connect()
  const ask = entitySetDetail(context(), id, 'CustomersV3')
  await expect(ask).rejects.toMatchObject({ code: 'no_catalog' })
  await refresh(id)
  const wrong = entitySetDetail(context(), id, 'VendVendors')
  await expect(wrong).rejects.toMatchObject({ code: 'no_entity_set' })
  const unknown = catalogSearchJson(context(), id, '0'.repeat(64))
  await expect(unknown).rejects.toMatchObject({ code: 'no_catalog' })
})

test('catalogs that a killed server left, and those that no connection has any more, are dropped', async () => {
  const id = await connect()
  await refresh(id)
  const orphan = { id: `cat_${'x'.repeat(20)}`, counts: {}, startedAt: new Date(0) }
  await database().orm.insert(catalogs).values(orphan)
  await dropAbandonedCatalogs(context())
  expect(await database().orm.select().from(catalogs).where(eq(catalogs.id, orphan.id))).toEqual([])
  expect((await catalogStatus(context(), id)).readings).toHaveLength(1)
  await deleteConnection(context(), id)
})
