import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

/*
 * The store is opened by processes of its own here: what is tested is what survives them.
 */

const writer = `
import fs from 'node:fs'
let syncs = 0
const real = fs.fsyncSync
fs.fsyncSync = (fd) => { syncs += 1; return real(fd) }
const { syncBuiltinESMExports } = await import('node:module')
syncBuiltinESMExports()
const { openDatabase } = await import('@/lib/db/client')
const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n')
try {
  const db = await openDatabase({ dir: process.argv[2] })
  const { rows } = await db.execute("select count(*)::int as kept from settings where key like 'row-%'")
  say({ opened: process.pid, kept: rows[0].kept })
  const [from, count] = process.argv.slice(3).map(Number)
  const before = syncs
  for (let i = from; i < from + count; i += 1) {
    await db.execute('insert into settings (key, value) values ($1, $2)', ['row-' + i, '1'])
    say({ written: i })
  }
  say({ syncs: syncs - before })
  if (process.argv[5] !== 'hold') { await db.close(); process.exit(0) }
} catch (error) {
  say({ refused: error.code, message: error.message })
  process.exit(1)
}
`

type Line = {
  opened?: number
  kept?: number
  written?: number
  syncs?: number
  refused?: string
  message?: string
}

vi.setConfig({ testTimeout: 180_000 })

let root: string
let script: string
const running: ChildProcess[] = []

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fivestep-durable-'))
  // Beside the sources, so that the alias of their imports is understood.
  script = join(process.cwd(), `.durable-${process.pid}.tmp.mts`)
  writeFileSync(script, writer)
})

afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
  rmSync(script, { force: true })
})

test('each commit is on the disk: at least one fsync for every one of them', async () => {
  const { lines, ended } = run(0, 50)
  await ended
  expect(lines.filter((line) => line.written !== undefined)).toHaveLength(50)
  expect(lines.at(-1)?.syncs).toBeGreaterThanOrEqual(50)
})

test('a second process is refused with the folder and the process that holds it', async () => {
  const first = run(0, 1, 'hold')
  const holder = await first.until((line) => line.syncs !== undefined)
  expect(holder).toBeDefined()
  const second = run(100, 1)
  await second.ended
  const refusal = second.lines.at(-1)
  expect(refusal).toMatchObject({ refused: 'locked' })
  expect(refusal?.message).toContain(root)
  expect(refusal?.message).toContain(`process ${first.lines[0]?.opened}`)
})

test('what a killed process acknowledged is there, and its lock is not in the way', async () => {
  let acknowledged = 0
  for (let round = 0; round < 3; round += 1) {
    const from = round * 1000
    const { lines, until, kill, ended } = run(from, 500, 'hold')
    const opened = await until((line) => line.opened !== undefined)
    expect(opened?.kept).toBeGreaterThanOrEqual(acknowledged)
    await until((line) => line.written === from + 20 + round * 7)
    kill()
    await ended
    acknowledged =
      Math.max(opened?.kept ?? 0, acknowledged) +
      lines.filter((line) => line.written !== undefined).length
  }
  const last = run(90_000, 0)
  await last.ended
  expect(last.lines[0]?.kept).toBeGreaterThanOrEqual(acknowledged)
})

test('an owner record that is torn does not keep the store shut when nobody holds the lock', async () => {
  await run(0, 1).ended
  writeFileSync(join(root, '.lock-owner'), '{"pid": 12')
  const again = run(10, 1)
  await again.ended
  expect(again.lines.at(-1)?.syncs).toBeGreaterThanOrEqual(1)
  expect(JSON.parse(readFileSync(join(root, '.lock-owner'), 'utf8'))).toHaveProperty('startedAt')
})

function run(from: number, count: number, hold = '') {
  const flags = ['--import', 'tsx', '--conditions=react-server']
  const args = [...flags, script, root, String(from), String(count), hold]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(child)
  const lines: Line[] = []
  const listeners = new Set<() => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line))
    for (const listener of listeners) listener()
  })
  const ended = once(child, 'close')
  return {
    lines,
    ended,
    kill: () => child.kill('SIGKILL'),
    until: (wanted: (line: Line) => boolean) =>
      new Promise<Line | undefined>((resolve) => {
        const look = () => {
          const found = lines.find(wanted)
          if (found) resolve(found)
        }
        listeners.add(look)
        child.once('close', () => resolve(lines.find(wanted)))
        look()
      }),
  }
}
