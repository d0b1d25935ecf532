import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'

/*
 * The store is opened by processes of its own here: what is tested is what survives them.
 */

type Line = {
  opened?: number
  kept?: number[]
  written?: number
  syncs?: number
  refused?: string
  message?: string
}

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let base: string
let root: string
const running: ChildProcess[] = []

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'fivestep-durable-'))
  // Making a new store takes the engine seconds; each test begins with a copy of one.
  await run(0, 0, { folder: join(base, 'new') }).ended
})

beforeEach(() => {
  root = mkdtempSync(join(base, 'store-'))
  cpSync(join(base, 'new'), root, { recursive: true })
})

afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

afterAll(() => rmSync(base, { recursive: true, force: true }))

test('each commit is on the disk: at least one fsync for every one of them', async () => {
  const { lines, ended } = run(0, 50)
  await ended
  expect(writtenOf(lines)).toHaveLength(50)
  expect(lines.at(-1)?.syncs).toBeGreaterThanOrEqual(50)
})

test('a second process is refused with the folder and the process that holds it', async () => {
  const first = run(0, 1, { hold: true })
  const holder = await first.until((line) => line.syncs !== undefined)
  expect(holder).toBeDefined()
  const second = run(100, 1)
  await second.ended
  expect(second.lines).toHaveLength(1)
  expect(second.lines[0]).toMatchObject({ refused: 'locked' })
  expect(second.lines[0]?.message).toContain(root)
  expect(second.lines[0]?.message).toContain(`process ${first.lines[0]?.opened} `)
})

test('of several that start at once where one was killed, exactly one gets the store', async () => {
  const killed = run(0, 1, { hold: true })
  await killed.until((line) => line.syncs !== undefined)
  killed.kill()
  await killed.ended
  const starters = [1, 2, 3].map((one) => run(one * 100, 1, { hold: true }))
  const answers = await Promise.all(
    starters.map(({ until }) => until((line) => 'opened' in line || 'refused' in line)),
  )
  expect(answers.filter((line) => line?.opened !== undefined)).toHaveLength(1)
  expect(answers.filter((line) => line?.refused === 'locked')).toHaveLength(2)
})

test('every row that a killed process acknowledged is there, and its lock is not in the way', async () => {
  const acknowledged = new Set<number>()
  for (let round = 0; round < 5; round += 1) {
    const from = round * 1000
    const { lines, until, kill, ended } = run(from, 900, { hold: true })
    const opened = await until((line) => line.opened !== undefined)
    expect(missing(acknowledged, opened)).toEqual([])
    await until((line) => line.written === from + 20 + round * 7)
    kill()
    await ended
    for (const row of writtenOf(lines)) acknowledged.add(row)
  }
  const last = run(90_000, 0)
  await last.ended
  expect(missing(acknowledged, last.lines[0])).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(5 * 20)
})

test('a torn owner record does not keep the store shut when nobody holds the lock', async () => {
  writeFileSync(join(root, '.lock-owner'), '{"pid": 12')
  const { lines, ended } = run(10, 1)
  await ended
  expect(lines.at(-1)?.syncs).toBeGreaterThanOrEqual(1)
})

test('what a start that was killed while it made the store left behind is begun anew', async () => {
  const folder = join(base, 'half-made')
  mkdirSync(join(folder, 'store.draft', 'base'), { recursive: true })
  writeFileSync(join(folder, 'store.draft', 'PG_VERSION'), '18\n')
  const { lines, ended } = run(0, 1, { folder })
  await ended
  expect(lines[0]).toMatchObject({ kept: [] })
  expect(writtenOf(lines)).toEqual([0])
  expect(readdirSync(folder)).toEqual(['store'])
})

function missing(acknowledged: ReadonlySet<number>, line: Line | undefined): number[] {
  const kept = new Set(line?.kept)
  return [...acknowledged].filter((row) => !kept.has(row))
}

function writtenOf(lines: readonly Line[]): number[] {
  return lines.flatMap((line) => (line.written === undefined ? [] : [line.written]))
}

function run(first: number, count: number, { folder = root, hold = false } = {}) {
  const flags = ['--import', 'tsx', '--conditions=react-server']
  const script = 'lib/db/test-writer.ts'
  const rest = [folder, String(first), String(count), ...(hold ? ['hold'] : [])]
  const child = spawn(process.execPath, [...flags, script, ...rest], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
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
