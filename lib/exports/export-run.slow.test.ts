import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { pino } from 'pino'
import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createConnection } from '@/lib/connections/create-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { readTokenState } from '@/lib/connections/token-state'
import { updateConnection } from '@/lib/connections/update-connection'
import { CsvOptions, type ExportFormat } from '@/lib/contract/export'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import { ExportRun, type RunInput } from '@/lib/exports/export-run'
import { groupLimits } from '@/lib/exports/formats/parquet'
import { sheetLimits } from '@/lib/exports/formats/xlsx'
import { type OpenPart, openPart } from '@/lib/exports/part-file'
import { Checkpoint, type ExportRequest } from '@/lib/exports/stored'
import { toExportFailure } from '@/lib/exports/to-export-failure'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import type { Context } from '@/lib/log/context'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { type Instead, type PagedSource, startPagedSource } from '@/lib/sandbox/paged-source'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { openVault, setVault } from '@/lib/vault/vault'

vi.setConfig({ testTimeout: 120_000 })

const rows = Array.from(
  { length: 45 },
  (_, index) =>
    `{"@odata.etag":"W/\\"${index}\\"","Id":${5637144576123456789n + BigInt(index)},"Name":${JSON.stringify(
      ['plain', '=1+1', 'a "b", c', 'two\nlines', 'ÅÄÖ 漢字 🙂', ''][index % 6],
    )},"Amount":${index}.10,"IsOpen":${index % 2 === 0},"At":"2026-0${1 + (index % 9)}-01T00:00:00Z","None":null}`,
)

let dir: string
let practice: Sandbox
let source: PagedSource
let unlinked: PagedSource
let connectionId: string
let clockOffsetMs = 0

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-exports-'))
  const database = await openDatabase({ dir: 'memory' })
  setDatabase(database)
  // Small enough for a file of several row groups and sheets.
  Object.assign(groupLimits, { rows: 15, rowsMin: 8 })
  Object.assign(sheetLimits, { lines: 18 })
  setVault(await openVault(database, { dataDir: dir }))
  const state = seedState()
  withoutDelays(state)
  const { app, secret } = prepareApp(state, { name: 'Export', now: new Date() })
  const home = join(dir, 'practice')
  await mkdir(home)
  await writeFile(join(home, 'state.json'), JSON.stringify(state))
  practice = await startSandbox({ dir: home, rows: 50 })
  source = await startPagedSource({ practice, dir: home, rows, pageRows: 10 })
  unlinked = await startPagedSource({
    practice,
    dir: home,
    rows: Array.from({ length: 10_003 }, (_, index) => `{"Id":${index}}`),
    pageRows: 10_000,
    links: false,
  })
  const ctx = contextOf()
  const environmentUrl = practiceEnvironmentUrl
  const { id } = await createConnection(ctx, { environmentUrl, tenantId: homeTenant.tenantId })
  await updateConnection(ctx, id, { clientId: app.clientId })
  await putCredential(ctx, id, { kind: 'secret', value: secret })
  connectionId = id
})

afterAll(async () => {
  setPracticeRoute(undefined)
  await closeOutbound()
  await source.close()
  await unlinked.close()
  await practice.close()
  setVault(undefined)
  await closeDatabase()
  await rm(dir, { recursive: true, force: true })
})

function contextOf(signal = new AbortController().signal): Context {
  return {
    actor: { kind: 'system', job: 'test' },
    now: () => new Date(Date.now() + clockOffsetMs),
    signal,
    log: pino({ level: 'silent' }),
    requestId: randomUUID(),
  }
}

const request: ExportRequest = {
  path: 'Rows',
  query: '',
  scope: 'all',
  columns: null,
  csv: CsvOptions.parse({}),
}

type Given = Partial<RunInput> & { source?: PagedSource; instead?: Instead; signal?: AbortSignal }

/** A run with a folder of its own, unless one is given to go on with. */
async function start(given: Given = {}) {
  const { source: from = source, instead = () => undefined, signal, ...input } = given
  // Connections that are kept open lead to the source before.
  await closeOutbound()
  setPracticeRoute({ port: from.port, caPem: practice.caPem })
  from.asked.length = 0
  from.instead.answer = instead
  const folder = input.dir ?? (await mkdtemp(join(dir, 'export-')))
  const kept: Checkpoint[] = []
  const counted: number[] = []
  const run = new ExportRun(contextOf(signal), {
    connectionId,
    format: 'ndjson',
    request,
    checkpoint: null,
    openPart,
    checkpointEveryMs: 0,
    keep: async (checkpoint) => {
      // As the store has it: whatever JSON does not keep is not kept.
      kept.push(Checkpoint.parse(JSON.parse(JSON.stringify(checkpoint))))
    },
    counted: async (total) => {
      counted.push(total)
    },
    ...input,
    dir: folder,
  })
  return { run, folder, kept, counted }
}

const linesOf = async (folder: string) =>
  (await readFile(join(folder, 'rows.ndjson'), 'utf8')).trimEnd().split('\n')

test('all pages come out as they were sent, with a checkpoint a page and a count before', async () => {
  const { run, folder, kept, counted } = await start()
  const { bytes } = await run.run()
  expect(await linesOf(folder)).toEqual(rows)
  const { size, mode } = await stat(join(folder, 'rows.ndjson'))
  expect([bytes, mode & 0o777]).toEqual([size, 0o600])
  expect(kept.map(({ rows }) => rows)).toEqual([10, 20, 30, 40, 45])
  expect(kept.at(-1)?.next).toBeNull()
  expect(counted).toEqual([45])
  expect(source.asked).toHaveLength(5)
})

test('one page is one page', async () => {
  const { run, folder } = await start({ request: { ...request, scope: 'page' } })
  await run.run()
  expect(await linesOf(folder)).toEqual(rows.slice(0, 10))
})

test('a full page without a link is followed by $skip', async () => {
  const { run, folder } = await start({ source: unlinked })
  await run.run()
  expect(unlinked.asked).toEqual(['/data/Rows', '/data/Rows?$skip=10000'])
  const ids = (await linesOf(folder)).map((line) => JSON.parse(line).Id)
  expect(ids).toEqual(Array.from({ length: 10_003 }, (_, index) => index))
})

test('a CSV file has every value, read by another library', async () => {
  const { run, folder } = await start({ format: 'csv' })
  await run.run()
  const text = await readFile(join(folder, 'rows.csv'), 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  const read: Record<string, string>[] = parse(text, { bom: true, columns: true })
  expect(read).toHaveLength(rows.length)
  for (const [index, line] of read.entries()) {
    const { Name, IsOpen } = JSON.parse(rows[index] ?? '')
    expect(line).toMatchObject({
      Id: String(5637144576123456789n + BigInt(index)),
      Name: Name.startsWith('=') ? `'${Name}` : Name,
      Amount: `${index}.10`,
      IsOpen: String(IsOpen),
      None: '',
    })
    expect(line).not.toHaveProperty('@odata.etag')
  }
})

test.each<ExportFormat>(['ndjson', 'csv', 'xlsx', 'parquet'])(
  'killed at any write and resumed from what was kept, %s loses and doubles nothing',
  async (format) => {
    const whole = await start({ format })
    await whole.run.run()
    const expected = await contentOf(whole.folder, format)
    for (const [round, dieAt] of [1, 2, 3, 5, 7, 8, 11, 13, 17, 23].entries()) {
      const folder = await mkdtemp(join(dir, 'killed-'))
      let checkpoint: Checkpoint | null = null
      for (let go = 0; ; go += 1) {
        const { openPart, died } = dyingPart(dieAt + go * (1 + (round % 3)))
        const started = await start({ format, dir: folder, checkpoint, openPart })
        const ended = await started.run.run().then(
          () => true,
          () => false,
        )
        checkpoint = started.kept.at(-1) ?? checkpoint
        expect(died() || ended).toBe(true)
        if (ended) break
        expect(go).toBeLessThan(60)
      }
      expect(await contentOf(folder, format)).toEqual(expected)
    }
  },
)

/** What is in the file; a workbook also says when it was made. */
async function contentOf(folder: string, format: ExportFormat): Promise<string> {
  const bytes = await readFile(join(folder, `rows.${format}`))
  if (format !== 'xlsx') return bytes.toString('base64')
  const sheets = await readSheets(bytes)
  return JSON.stringify(sheets)
}

/** A disk on which the process dies after so many writes: what was not synced is half there. */
function dyingPart(after: number): { openPart: OpenPart; died: () => boolean } {
  let left = after
  const count = () => {
    left -= 1
    if (left < 0) throw new Error('killed')
  }
  return {
    died: () => left < 0,
    openPart: async (path, length) => {
      const part = await openPart(path, length)
      return {
        ...part,
        append: (data) => {
          count()
          // Bytes reach the disk without having been asked to, and stay there.
          return Promise.resolve(part.append(data)).then(part.sync)
        },
        sync: async () => {
          count()
          await part.sync()
        },
      }
    },
  }
}

test('a token that is refused mid-way is minted anew', async () => {
  const before = (await readTokenState(contextOf(), connectionId))?.mints ?? 0
  const seen = new Set<string | null>()
  const { run, folder } = await start({
    instead: ({ number, request }) => {
      seen.add(request.headers.get('authorization'))
      if (number !== 3) return undefined
      clockOffsetMs += 10 * 60_000
      return new Response('', { status: 401 })
    },
  })
  await run.run()
  expect(await linesOf(folder)).toEqual(rows)
  expect((await readTokenState(contextOf(), connectionId))?.mints).toBeGreaterThan(before)
  expect(seen.size).toBe(2)
})

test('throttling is waited out as F&O asks, and the wait is shown', async () => {
  let shown: unknown
  const { run, folder } = await start({
    instead: ({ number }) => {
      if (number < 2 || number > 4) return undefined
      return new Response('Too many requests', { status: 429, headers: { 'retry-after': '1' } })
    },
  })
  const timer = setInterval(() => {
    shown ??= run.progress.waiting
  }, 50)
  await run.run()
  clearInterval(timer)
  expect(await linesOf(folder)).toEqual(rows)
  expect(shown).toMatchObject({ why: 'F&O asked for time (429)' })
})

test.each([
  ['breaks off', '{"value":[{"Id":1},{"Id":2'],
  ['is garbage', '{"@odata.context": "https://'],
  ['is a sign-in page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
])('a page that %s once is asked for again, and its half leaves no trace', async (_, body) => {
  const { run, folder } = await start({
    instead: ({ number }) =>
      number === 3 ? new Response(body, { headers: { 'retry-after': '0' } }) : undefined,
  })
  await run.run()
  expect(await linesOf(folder)).toEqual(rows)
})

test.each([
  ['garbage', () => new Response('{"value":[', { headers: { 'retry-after': '0' } }), 200],
  [
    'an error of X++',
    () =>
      Response.json(
        { error: { code: '', message: 'An error has occurred.' } },
        { status: 500, headers: { 'retry-after': '0' } },
      ),
    500,
  ],
  ['a refusal', () => new Response('', { status: 403 }), 403],
])(
  '%s for good ends the export with its diagnosis, and what was read is kept',
  async (_, answer, status) => {
    const { run, kept, folder } = await start({
      instead: ({ number }) => (number >= 3 ? answer() : undefined),
    })
    const error = await run.run().then(
      () => undefined,
      (reason: unknown) => reason,
    )
    const failure = toExportFailure(error, contextOf())
    expect(failure.diagnosis?.title).toBe(failure.title)
    expect(failure.failure?.status).toBe(status)
    const last = kept.at(-1) ?? null
    expect(last?.rows).toBe(20)
    const resumed = await start({ dir: folder, checkpoint: last })
    await resumed.run.run()
    expect(await linesOf(folder)).toEqual(rows)
  },
)

test('a next link that leads elsewhere is not followed', async () => {
  const { run } = await start({
    instead: () =>
      Response.json({ value: [{ Id: 1 }], '@odata.nextLink': 'https://evil.example/data/Rows' }),
  })
  await expect(run.run()).rejects.toMatchObject({
    name: 'UpstreamError',
    failure: { code: 'redirect_refused' },
  })
  expect(source.asked).toHaveLength(1)
})

test('a full disk is said in plain words, and makes no mess of what is there', async () => {
  const full: OpenPart = async (path, length) => {
    const part = await openPart(path, length)
    return {
      ...part,
      sync: async () => {
        if (part.length() > 3000) {
          throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
        }
        await part.sync()
      },
    }
  }
  const { run, kept, folder } = await start({ openPart: full })
  const error = await run.run().catch((reason: unknown) => reason)
  expect(toExportFailure(error, contextOf())).toMatchObject({ title: 'The disk is full' })
  const resumed = await start({ dir: folder, checkpoint: kept.at(-1) ?? null })
  await resumed.run.run()
  expect(await linesOf(folder)).toEqual(rows)
})

test('a run that is stopped while it waits ends at once', async () => {
  const stop = new AbortController()
  const { run } = await start({
    signal: stop.signal,
    instead: () => new Response('', { status: 429, headers: { 'retry-after': '3600' } }),
  })
  const ending = expect(run.run()).rejects.toThrow()
  const timer = setInterval(() => {
    if (run.progress.waiting !== null) stop.abort(new Error('stopped'))
  }, 20)
  await ending
  clearInterval(timer)
})

test('fields that come up later and have no column are told of', async () => {
  const { run } = await start({
    format: 'csv',
    instead: ({ number }) =>
      number === 5 ? Response.json({ value: [{ Id: 1, Later: 'x' }] }) : undefined,
  })
  const { notes } = await run.run()
  expect(notes).toEqual([expect.stringContaining('Later')])
})
