import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createConnection } from '@/lib/connections/create-connection'
import { deleteConnection } from '@/lib/connections/delete-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { updateConnection } from '@/lib/connections/update-connection'
import { type CreateExportInput, Export, type ExportState } from '@/lib/contract/export'
import { closeDatabase, database, openDatabase, setDatabase } from '@/lib/db/client'
import { auditEntries, dataExports } from '@/lib/db/schema'
import { actOnExport, deleteExport } from '@/lib/exports/act-on-export'
import { createExport } from '@/lib/exports/create-export'
import { type Exporter, startExporter } from '@/lib/exports/exporter'
import { listExports, requireExport } from '@/lib/exports/list-exports'
import { openExportFile } from '@/lib/exports/open-export-file'
import { pruneExports } from '@/lib/exports/prune-exports'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import type { Context } from '@/lib/log/context'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { type PagedSource, startPagedSource } from '@/lib/sandbox/paged-source'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { openVault, setVault } from '@/lib/vault/vault'

vi.setConfig({ testTimeout: 60_000 })

const rows = Array.from({ length: 60 }, (_, index) => `{"Id":${index}}`)
const throttled = () => new Response('', { status: 429, headers: { 'retry-after': '600' } })

let dir: string
let practice: Sandbox
let source: PagedSource
let app: Readonly<{ clientId: string; secret: string }>
let exporter: Exporter

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-exporter-'))
  const opened = await openDatabase({ dir: 'memory' })
  setDatabase(opened)
  setVault(await openVault(opened, { dataDir: dir }))
  const state = seedState()
  withoutDelays(state)
  const prepared = prepareApp(state, { name: 'Export', now: new Date() })
  app = { clientId: prepared.app.clientId, secret: prepared.secret }
  const home = join(dir, 'practice')
  await mkdir(home)
  await writeFile(join(home, 'state.json'), JSON.stringify(state))
  practice = await startSandbox({ dir: home, rows: 50 })
  source = await startPagedSource({ practice, dir: home, rows, pageRows: 10 })
  setPracticeRoute({ port: source.port, caPem: practice.caPem })
})

afterAll(async () => {
  setPracticeRoute(undefined)
  await closeOutbound()
  await source.close()
  await practice.close()
  setVault(undefined)
  await closeDatabase()
  await rm(dir, { recursive: true, force: true })
})

beforeEach(async () => {
  source.asked.length = 0
  source.instead.answer = () => undefined
  exporter = await begin()
})

afterEach(() => exporter.stop())

const begin = () => startExporter({ dir: join(dir, 'exports'), log: pino({ level: 'silent' }) })

function context(now = new Date()): Context {
  return {
    actor: { kind: 'user', userId: 'u1', name: 'Robin' },
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

async function create(connectionId: string, input: Partial<CreateExportInput> = {}) {
  const made = await createExport(context(), connectionId, {
    path: 'Rows',
    format: 'ndjson',
    ...input,
  })
  return { connectionId, exportId: made.id }
}

type Key = Awaited<ReturnType<typeof create>>

/** The export once it is in one of these states, or once `isSo`. */
async function until(key: Key, ...states: readonly ExportState[]): Promise<Export> {
  return await untilSo(key, ({ state }) => states.includes(state))
}

function untilSo(key: Key, isSo: (found: Export) => boolean): Promise<Export> {
  return vi.waitFor(
    async () => {
      const found = Export.parse(await requireExport(context(), key))
      if (!isSo(found)) throw new Error(`it is ${JSON.stringify(found)}`)
      return found
    },
    { timeout: 20_000, interval: 50 },
  )
}

const fileOf = (key: Key) => join(dir, 'exports', key.exportId, 'rows.ndjson')
const textOf = async (key: Key) => {
  const file = await openExportFile(context(), key)
  return await new Response(file.read(0, file.bytes - 1)).text()
}

test('an export runs by itself to its end, is handed out, and is written into the audit log', async () => {
  const key = await create(await connect(), { name: 'My: rows' })
  const done = await until(key, 'done')
  expect(done).toMatchObject({ rows: 60, rowsTotal: 60, pages: 6, fileName: 'My_ rows.ndjson' })
  expect(await textOf(key)).toBe(`${rows.join('\n')}\n`)
  expect(done.keptUntil).not.toBeNull()
  const audit = await database()
    .orm.select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subject, key.exportId))
  expect(audit.map(({ action }) => action)).toEqual(['export.create', 'export.download'])
})

test('columns that are chosen are all that is asked for, in their order', async () => {
  const key = await create(await connect(), {
    format: 'csv',
    query: '$select=Id&cross-company=true',
    columns: ['Name', 'Id'],
    csv: { bom: false },
  })
  await until(key, 'done')
  expect(source.asked[0]).toBe('/data/Rows?cross-company=true&$select=Name,Id')
  expect((await textOf(key)).split('\r\n').slice(0, 2)).toEqual(['Name,Id', ',0'])
})

test('it is not handed out before it is done', async () => {
  source.instead.answer = ({ number }) => (number > 2 ? throttled() : undefined)
  const key = await create(await connect())
  const waiting = await untilSo(key, ({ waiting }) => waiting !== null)
  expect(waiting).toMatchObject({ state: 'running', rows: 20 })
  await expect(openExportFile(context(), key)).rejects.toMatchObject({ code: 'not_now' })
  await deleteExport(context(), key)
  await expect(requireExport(context(), key)).rejects.toMatchObject({ code: 'not_found' })
  expect(existsSync(fileOf(key))).toBe(false)
})

test('paused and resumed it goes on where it was', async () => {
  source.instead.answer = ({ number }) => (number > 2 ? throttled() : undefined)
  const key = await create(await connect())
  await untilSo(key, ({ waiting }) => waiting !== null)
  const paused = await actOnExport(context(), key, 'pause')
  expect(paused).toMatchObject({ state: 'paused', waiting: null })
  source.instead.answer = () => undefined
  await actOnExport(context(), key, 'resume')
  await until(key, 'done')
  expect(await textOf(key)).toBe(`${rows.join('\n')}\n`)
  expect(source.asked.filter((path) => path === '/data/Rows')).toHaveLength(1)
  await expect(actOnExport(context(), key, 'pause')).rejects.toMatchObject({ code: 'not_now' })
})

test('cancelled it loses its file, and cannot go on', async () => {
  source.instead.answer = ({ number }) => (number > 2 ? throttled() : undefined)
  const key = await create(await connect())
  await untilSo(key, ({ waiting }) => waiting !== null)
  expect(existsSync(fileOf(key))).toBe(true)
  await actOnExport(context(), key, 'cancel')
  expect(existsSync(fileOf(key))).toBe(false)
  await expect(actOnExport(context(), key, 'resume')).rejects.toMatchObject({ code: 'not_now' })
})

test('an export that fails says why, and goes on once that is mended', async () => {
  source.instead.answer = ({ number }) =>
    number > 2 ? new Response('', { status: 403 }) : undefined
  const key = await create(await connect())
  const failed = await until(key, 'failed')
  expect(failed.failure?.diagnosis).not.toBeNull()
  expect(failed.rows).toBe(20)
  source.instead.answer = () => undefined
  await actOnExport(context(), key, 'resume')
  expect(await until(key, 'done')).toMatchObject({ rows: 60, failure: null })
  expect(await textOf(key)).toBe(`${rows.join('\n')}\n`)
})

test('what a stopped server left goes on at the next start', async () => {
  source.instead.answer = ({ number }) => (number > 3 ? throttled() : undefined)
  const key = await create(await connect())
  await untilSo(key, ({ waiting }) => waiting !== null)
  await exporter.stop()
  expect((await requireExport(context(), key)).state).toBe('running')
  source.instead.answer = () => undefined
  exporter = await begin()
  await until(key, 'done')
  expect(await textOf(key)).toBe(`${rows.join('\n')}\n`)
})

test('at most two of a connection run at once, and others are not kept waiting by them', async () => {
  source.instead.answer = throttled
  const [busy, other] = [await connect(), await connect()]
  const keys = [await create(busy), await create(busy), await create(busy), await create(other)]
  for (const key of [keys[0], keys[1], keys[3]]) if (key) await until(key, 'running')
  expect((await listExports(context(), busy)).map(({ state }) => state).toSorted()).toEqual([
    'queued',
    'running',
    'running',
  ])
  for (const key of keys) await deleteExport(context(), key)
})

test('its file goes with its connection, even while it runs', async () => {
  source.instead.answer = ({ number }) => (number > 2 ? throttled() : undefined)
  const connectionId = await connect()
  const key = await create(connectionId)
  await untilSo(key, ({ waiting }) => waiting !== null)
  await deleteConnection(context(), connectionId)
  exporter.wake()
  await vi.waitFor(() => expect(existsSync(join(dir, 'exports', key.exportId))).toBe(false), {
    timeout: 10_000,
  })
})

test('a week after its end it is removed with its file', async () => {
  const key = await create(await connect())
  await until(key, 'done')
  const day = 86_400_000
  await pruneExports(context(new Date(Date.now() + 6.9 * day)))
  expect(await readFile(fileOf(key), 'utf8')).not.toBe('')
  await pruneExports(context(new Date(Date.now() + 7.1 * day)))
  await vi.waitFor(() => expect(existsSync(fileOf(key))).toBe(false), { timeout: 10_000 })
  await expect(requireExport(context(), key)).rejects.toMatchObject({ code: 'not_found' })
})

test('an export of another connection, or of another data folder, is not handed out', async () => {
  const key = await create(await connect())
  await until(key, 'done')
  const stranger = { ...key, connectionId: await connect() }
  await expect(requireExport(context(), stranger)).rejects.toMatchObject({ code: 'not_found' })
  await database().orm.update(dataExports).set({ home: 'elsewhere' })
  await expect(openExportFile(context(), key)).rejects.toMatchObject({ code: 'not_here' })
})

test.each([
  ['../metadata', 'bad_path'],
  ['%zz', 'bad_request'],
  ['Rows(1', undefined],
])('the path %s is %s', async (path, code) => {
  const made = createExport(context(), await connect(), { path, format: 'csv' })
  if (code) await expect(made).rejects.toMatchObject({ code })
  else expect(await made).toMatchObject({ path: 'Rows(1' })
})
