import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { request } from 'undici'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { prepareInquiry, whyEmpty } from '@/lib/catalog/why-empty/why-empty'
import { createConnection } from '@/lib/connections/create-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { updateConnection } from '@/lib/connections/update-connection'
import { WhyEmptyEvent as Event, type WhyEmptyEvent } from '@/lib/contract/why-empty'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import type { Context } from '@/lib/log/context'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { loopbackAgent } from '@/lib/sandbox/loopback'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { openVault, setVault } from '@/lib/vault/vault'

let dir: string
let practice: Sandbox
let clientId: string
let secret: string
let connectionId: string
let logged: string[]

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-why-empty-'))
  const database = await openDatabase({ dir: 'memory' })
  setDatabase(database)
  setVault(await openVault(database, { dataDir: dir }))
  await mkdir(join(dir, 'practice'))
  await writeFile(join(dir, 'practice', 'state.json'), JSON.stringify(preparedState()))
  practice = await startSandbox({ dir: join(dir, 'practice'), rows: 200 })
  setPracticeRoute({ port: practice.port, caPem: practice.caPem })
  connectionId = await connect()
})

afterAll(async () => {
  setPracticeRoute(undefined)
  await closeOutbound()
  await practice.close()
  setVault(undefined)
  await closeDatabase()
  await rm(dir, { recursive: true, force: true })
})

beforeEach(() => {
  logged = []
})
afterEach(() => breakEnvironment('none'))

function preparedState() {
  const state = seedState()
  withoutDelays(state)
  const { app, secret: value } = prepareApp(state, { name: 'Why empty', now: new Date() })
  clientId = app.clientId
  secret = value
  return state
}

async function connect(): Promise<string> {
  const ctx = context()
  const environmentUrl = practiceEnvironmentUrl
  const { id } = await createConnection(ctx, { environmentUrl, tenantId: homeTenant.tenantId })
  await updateConnection(ctx, id, { clientId })
  await putCredential(ctx, id, { kind: 'secret', value: secret })
  return id
}

function context(signal = new AbortController().signal): Context {
  return {
    actor: { kind: 'system', job: 'test' },
    now: () => new Date(),
    signal,
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
    requestId: randomUUID(),
  }
}

/** Breaks the practice environment as its portal does, from the next call on. */
async function breakEnvironment(fault: string): Promise<void> {
  const portal = 'https://portal.practice.localhost'
  const agent = loopbackAgent(practice)
  const { statusCode } = await request(`${portal}/practice/faults`, {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: portal },
    body: new URLSearchParams({ 'fault-contoso-uat': fault }).toString(),
  })
  await agent.close()
  expect(statusCode).toBe(303)
}

type Read = Readonly<{ path?: string; filter?: string; ctx?: Context }>

async function* asking({ path = 'CustomersV3', filter, ctx = context() }: Read) {
  const query = filter === undefined ? '' : `$filter=${encodeURIComponent(filter)}`
  const prepared = await prepareInquiry(ctx, connectionId, { path, query })
  for await (const event of whyEmpty(ctx, prepared)) yield Event.parse(event)
}

async function allOf(events: AsyncGenerator<WhyEmptyEvent>): Promise<WhyEmptyEvent[]> {
  const all: WhyEmptyEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

test('each read is told of before it is sent and after it is answered, the verdict last', async () => {
  const events = await allOf(asking({ filter: "CustomerGroupId eq 'XQ' and CreditLimit ge 0" }))
  const asked = events.filter((event) => event.type === 'asking')
  expect(events.map(({ type }) => type)).toEqual([
    'started',
    ...asked.flatMap(() => ['asking', 'answered']),
    'finished',
  ])
  expect(events[0]).toMatchObject({
    clauses: [{ text: "CustomerGroupId eq 'XQ'" }, { text: 'CreditLimit ge 0' }],
  })
  expect(events.at(-1)).toMatchObject({
    verdict: { reason: 'clause', clauses: [{ from: 0, to: 23, text: "CustomerGroupId eq 'XQ'" }] },
  })
  expect(asked[1]).toMatchObject({ asked: 'CustomersV3?cross-company=true&$top=1' })
})

test('nothing of a row is logged', async () => {
  const events = await allOf(
    asking({ path: 'SalesOrderHeadersV2', filter: "SalesOrderNumber eq '1'" }),
  )
  expect(JSON.stringify(events.at(-1))).toContain('000001')
  expect(logged.join('')).not.toContain('000001')
})

test('what the user may not read ends it with the diagnosis of that', async () => {
  const events = await allOf(asking({ path: 'SysAADClients', filter: "Name eq 'x'" }))
  expect(events.at(-1)).toMatchObject({
    type: 'refused',
    diagnosis: { rule: 'finops.own-tables-forbidden' },
    failure: { status: 403 },
  })
})

test('a filter that F&O does not take ends it with the diagnosis of that', async () => {
  const events = await allOf(asking({ filter: "OnHoldStatus eq 'Never'" }))
  expect(events.at(-1)).toMatchObject({
    type: 'refused',
    diagnosis: { rule: 'query.enum-literal' },
  })
})

test.each([
  ['throttled', 'finops.throttled'],
  ['read_fails', 'finops.server-error'],
  ['maintenance', 'finops.maintenance-page'],
])('an environment that is %s in the middle ends it with %s', async (fault, rule) => {
  const seen: WhyEmptyEvent[] = []
  for await (const event of asking({ filter: "CustomerGroupId eq 'XQ'" })) {
    seen.push(event)
    if (event.type === 'answered' && event.probe.number === 2) await breakEnvironment(fault)
  }
  expect(seen.at(-1)).toMatchObject({ type: 'refused', diagnosis: { rule } })
  expect(seen.filter(({ type }) => type === 'answered')).toHaveLength(2)
})

test('a caller who has gone is sent nothing more, and no read follows', async () => {
  const controller = new AbortController()
  const seen: WhyEmptyEvent[] = []
  const ctx = context(controller.signal)
  for await (const event of asking({ filter: "CustomerGroupId eq 'XQ'", ctx })) {
    seen.push(event)
    if (event.type === 'asking' && event.number === 3) controller.abort()
  }
  expect(seen.at(-1)).toMatchObject({ type: 'asking', number: 3 })
  expect(logged).toEqual([])
})

test.each([
  [{ path: "CustomersV3('1')" }, 'bad_path'],
  [{ filter: 'a eq' }, 'bad_query'],
])('%j is refused before anything is read', async (read, code) => {
  await expect(asking(read).next()).rejects.toMatchObject({ code })
})

test('a connection that is not there is refused before the stream', async () => {
  const input = { path: 'CustomersV3', query: '' }
  await expect(prepareInquiry(context(), `con_${'a'.repeat(20)}`, input)).rejects.toMatchObject({
    code: 'not_found',
  })
})
