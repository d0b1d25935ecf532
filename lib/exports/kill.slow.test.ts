import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import { readParquet } from 'parquet-wasm/node'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Export } from '@/lib/contract/export'
import { type PagedSource, startPagedSource } from '@/lib/sandbox/paged-source'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const names = Array.from({ length: 30_000 }, (_, index) => `Row ${index}`)
const running: ChildProcess[] = []
let dir: string
let practice: Sandbox
let source: PagedSource
let app: Readonly<{ clientId: string; secret: string }>

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-export-kill-'))
  const state = seedState()
  withoutDelays(state)
  const prepared = prepareApp(state, { name: 'Kill', now: new Date() })
  app = { clientId: prepared.app.clientId, secret: prepared.secret }
  await writeFile(join(dir, 'state.json'), JSON.stringify(state))
  practice = await startSandbox({ dir, rows: 50 })
  const rows = names.map((name) => JSON.stringify({ Name: name, Filler: 'x'.repeat(200) }))
  source = await startPagedSource({ practice, dir, rows, pageRows: 100 })
})

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await source.close()
  await practice.close()
  await rm(dir, { recursive: true, force: true })
})

const readers = {
  csv: (file: Buffer) => {
    const records: Record<string, string>[] = parse(file, { bom: true, columns: true })
    return records.map(({ Name }) => Name)
  },
  parquet: (file: Buffer) => {
    const column = tableFromIPC(readParquet(file).intoIPCStream()).getChild('Name')
    return [...(column ?? [])]
  },
}

test.each(['csv', 'parquet'] as const)(
  'kill -9 in the middle of an export to %s, twice, loses no row and doubles none',
  async (format) => {
    const home = join(dir, format)
    await mkdir(home)
    const begun = await untilRows(home, { what: 'begin', format, rows: 12_000 })
    expect(begun.state).toBe('running')
    source.asked.length = 0
    const second = await untilRows(home, { what: 'go-on', format, rows: 22_000 })
    expect(second.state).toBe('running')
    const done = await untilRows(home, { what: 'go-on', format, rows: Number.POSITIVE_INFINITY })
    expect(done).toMatchObject({ state: 'done', rows: names.length })
    // It went on from its last checkpoint: it did not ask for the first page again.
    expect(source.asked).not.toContain('/data/Rows')
    const file = await readFile(join(home, 'exports', done.id, `rows.${format}`))
    expect(readers[format](file)).toEqual(names)
  },
)

type Life = Readonly<{ what: 'begin' | 'go-on'; format: keyof typeof readers; rows: number }>

/** Runs the exporter in a process of its own until it has so many rows or is done; then kills it. */
async function untilRows(home: string, { what, format, rows }: Life): Promise<Export> {
  const route = { port: source.port, caPem: practice.caPem }
  const input = JSON.stringify({ dir: home, what, format, route, app })
  const flags = ['--import', 'tsx', '--conditions=react-server', 'e2e/export-process.ts']
  const child = spawn(process.execPath, [...flags, input], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(child)
  let last: Export | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    last = Export.parse(JSON.parse(line))
    const isOver = last.state !== 'running' && last.state !== 'queued'
    if (isOver || last.rows >= rows) break
  }
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  if (!last) throw new Error('the process said nothing')
  return last
}
