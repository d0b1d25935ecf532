import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { entityFacts } from '@/lib/catalog/facts/entity-facts'
import { readEntityFacts, saveEntityFacts } from '@/lib/catalog/facts/facts-store'
import {
  findLabelSet,
  openLabelSet,
  saveTexts,
  takeLabelSet,
} from '@/lib/catalog/labels/label-store'
import {
  labelStatus,
  labelTexts,
  placeOf,
  readLabels,
  startLabels,
} from '@/lib/catalog/labels/labels'
import { openConnection } from '@/lib/catalog/open-connection'
import { createConnection } from '@/lib/connections/create-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { updateConnection } from '@/lib/connections/update-connection'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import type { Context } from '@/lib/log/context'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { openVault, setVault } from '@/lib/vault/vault'

let dir: string
let practice: Sandbox
let app: Readonly<{ clientId: string; secret: string }>

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-labels-'))
  const opened = await openDatabase({ dir: 'memory' })
  setDatabase(opened)
  setVault(await openVault(opened, { dataDir: dir }))
  const state = seedState()
  withoutDelays(state)
  const prepared = prepareApp(state, { name: 'Labels', now: new Date() })
  app = { clientId: prepared.app.clientId, secret: prepared.secret }
  await mkdir(join(dir, 'practice'))
  await writeFile(join(dir, 'practice', 'state.json'), JSON.stringify(state))
  practice = await startSandbox({ dir: join(dir, 'practice'), rows: 50 })
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

function context(now = new Date()): Context {
  return {
    actor: { kind: 'system', job: 'test' },
    now: () => now,
    signal: new AbortController().signal,
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

const bounds = { atOnce: 4, callsMax: 1000, timeMsMax: 60_000 }
const setsOfPractice = 100

test('what the environment says of its entities is read once and kept', async () => {
  const id = await connect()
  const told = await entityFacts(context(), id)
  expect(told).toMatchObject({ refusal: null, language: 'en-us' })
  expect(told.version).toMatch(/^10\.0\.\d+/)
  expect(told.facts).toHaveLength(setsOfPractice)
  expect(told.facts.find(({ name }) => name === 'CustomersV3')).toEqual({
    name: 'CustomersV3',
    type: 'CustomerV3',
    dataEntity: 'CustCustomerV3Entity',
    labelId: '@Practice:CustomersV3',
    category: 'Master',
    isReadOnly: false,
    isDataManagement: true,
    tags: [],
  })
  const category = told.facts.find(({ name }) => name === 'SystemParameters')?.category
  expect(category).toBe('Parameter')
  expect(await entityFacts(context(new Date(0)), id)).toEqual(told)
})

test('labels are read in a language, kept, and not asked for again', async () => {
  const id = await connect()
  await entityFacts(context(), id)
  expect(await labelStatus(context(), id, 'de')).toMatchObject({ state: 'none', wanted: 100 })
  const open = await openConnection(context(), id)
  expect(await readLabels(context(), open, { language: 'de', bounds })).toEqual({ how: 'complete' })
  expect(await labelStatus(context(), id, 'de')).toMatchObject({ state: 'complete', known: 100 })
  const { texts } = await labelTexts(context(), id, 'de')
  expect(texts['@Practice:CustomersV3']).toBe('Debitoren V3')

  await practice.close()
  expect(await readLabels(context(), open, { language: 'de', bounds })).toEqual({ how: 'complete' })
  practice = await startSandbox({ dir: join(dir, 'practice'), rows: 50 })
  setPracticeRoute({ port: practice.port, caPem: practice.caPem })
})

test('a reading stops at its bound, and the next goes on from there', async () => {
  const id = await connect()
  await entityFacts(context(), id)
  const open = await openConnection(context(), id)
  const few = { ...bounds, callsMax: 30 }
  expect(await readLabels(context(), open, { language: 'fr', bounds: few })).toEqual({
    how: 'bound',
  })
  expect(await labelStatus(context(), id, 'fr')).toMatchObject({ state: 'partial', known: 30 })
  await readLabels(context(), open, { language: 'fr', bounds })
  expect(await labelStatus(context(), id, 'fr')).toMatchObject({ state: 'complete', known: 100 })
})

test('who starts a reading does not wait for it, and two do not read at once', async () => {
  const id = await connect()
  const first = await startLabels(context(), id, 'sv')
  expect(first.state).toBe('reading')
  const open = await openConnection(context(), id)
  expect(await readLabels(context(), open, { language: 'sv', bounds })).toBeUndefined()
  await vi.waitFor(async () => {
    expect((await labelStatus(context(), id, 'sv')).state).toBe('complete')
  }, 20_000)
})

test('English stands in for what a language lacks, and the version before for what is not read', async () => {
  const id = await connect()
  const facts = await entityFacts(context(), id)
  const english = await openLabelSet(await placeOf(context(), id, 'en-us'), new Date())
  await saveTexts(
    english.id,
    new Map([
      ['@X:1', 'One'],
      ['@X:2', 'Two'],
    ]),
  )
  const before = await openLabelSet(await placeOf(context(), id, 'it'), new Date(0))
  await saveTexts(
    before.id,
    new Map([
      ['@X:1', 'Uno'],
      ['@X:3', 'Tre'],
    ]),
  )
  await saveEntityFacts(context(), id, { ...facts, version: '11.0.1' })
  const now = await openLabelSet(await placeOf(context(), id, 'it'), new Date())
  await saveTexts(now.id, new Map([['@X:3', null]]))
  const { texts } = await labelTexts(context(), id, 'it')
  expect(texts).toEqual({ '@X:1': 'Uno', '@X:2': 'Two' })
  expect(await labelStatus(context(), id, 'it')).toMatchObject({ state: 'none', known: 0 })
})

test('an environment that refuses labels says why, and nothing breaks', async () => {
  const ctx = context()
  const environmentUrl = practiceEnvironmentUrl
  const { id } = await createConnection(ctx, { environmentUrl, tenantId: homeTenant.tenantId })
  await updateConnection(ctx, id, { clientId: app.clientId })
  await putCredential(ctx, id, { kind: 'secret', value: app.secret })
  const facts = await entityFacts(ctx, id)
  await saveEntityFacts(ctx, id, { ...facts, version: 'refusing' })
  const open = await openConnection(ctx, id)
  const elsewhere = { ...open.environment, origin: 'https://contoso-prod.practice.localhost' }
  const end = await readLabels(ctx, { ...open, environment: elsewhere }, { language: 'de', bounds })
  expect(end).toMatchObject({ how: 'refused' })
  const status = await labelStatus(ctx, id, 'de')
  expect(status).toMatchObject({ state: 'refused', known: 0 })
  expect(status.refusal).toMatch(/^The environment answers 4\d\d to \/metadata\/Labels\.$/)
})

test('a reader that died is taken over once it has been silent', async () => {
  const id = await connect()
  await entityFacts(context(), id)
  const place = await placeOf(context(), id, 'da')
  const { id: set } = await openLabelSet(place, new Date())
  expect(await takeLabelSet(set, 'dead', new Date())).toBe(true)
  expect(await takeLabelSet(set, 'other', new Date())).toBe(false)
  expect(await takeLabelSet(set, 'other', new Date(Date.now() + 60_000))).toBe(true)
  expect((await findLabelSet(place))?.lease).toBe('other')
})

test('what was known of the entities stays where the environment says nothing', async () => {
  const id = await connect()
  const told = await entityFacts(context(), id)
  expect(await readEntityFacts(id)).toEqual(told)
})
