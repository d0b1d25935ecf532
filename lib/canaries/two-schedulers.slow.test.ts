import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dueAtOrBefore } from '@/lib/canaries/due-times'
import { putCanary } from '@/lib/canaries/put-canary'
import { createConnection } from '@/lib/connections/create-connection'
import { closeDatabase, database, openDatabase, setDatabase } from '@/lib/db/client'
import { findPostgresBin, startTestPostgres, type TestPostgres } from '@/lib/db/test-postgres'
import type { Context } from '@/lib/log/context'

/*
 * Schedulers in processes of their own on one PostgreSQL, thirty times as fast as the wall clock: a
 * canary of five minutes is due every ten seconds.
 */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

const bin = findPostgresBin()
const speed = 30
const everyMinutes = 5
const connectionCount = 12
const start = new Date('2026-03-02T08:00:00Z')
const running: ChildProcess[] = []
let postgres: TestPostgres | undefined
let wall = 0
let ids: string[] = []
const now = () => new Date(start.getTime() + (Date.now() - wall) * speed)

beforeAll(async () => {
  if (!bin) return
  postgres = await startTestPostgres(bin)
  setDatabase(await openDatabase({ url: postgres.url, dir: 'memory' }))
})

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  if (!postgres) return
  await closeDatabase()
  await postgres.stop()
})

const ctx = (): Context => ({
  actor: { kind: 'system', job: 'test' },
  now: () => start,
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
  requestId: randomUUID(),
})

describe.skipIf(!bin)('schedulers in processes of their own', () => {
  test('run each due time once between them, and a kill -9 in the middle of runs loses none', async () => {
    ids = await makeCanaries()
    const begun: string[] = []
    const [first, second] = [await startProcess(begun), await startProcess(begun)]
    wall = Date.now()
    for (const child of [first, second]) child.stdin?.write(`${wall}\n`)
    await until(() => now() > minutesLater(6))
    first.kill('SIGKILL')
    await once(first, 'exit')
    await until(() => now() > minutesLater(10))
    const third = await startProcess(begun)
    third.stdin?.write(`${wall}\n`)
    await until(() => now() > minutesLater(16))
    // Whatever is due until now is claimed within a second or two of the wall clock.
    const end = now()
    await sleep(3_000)
    for (const child of [second, third]) child.kill('SIGKILL')

    const { rows } = await database().execute(
      'select connection_id, due_at, verdict, attempts, missed, lease from canary_runs where due_at > $1 and due_at <= $2',
      [minutesLater(0), new Date(end.getTime() - 60_000)],
    )
    const due = ids.flatMap((connectionId) =>
      dueTimes(connectionId, minutesLater(0), new Date(end.getTime() - 60_000)),
    )
    const ran = rows.map(
      (row) => `${row.connection_id} ${new Date(String(row.due_at)).toISOString()}`,
    )
    expect(ran.toSorted()).toEqual(due.toSorted())
    expect(rows.filter((row) => row.verdict !== 'passed')).toEqual([])
    expect(rows.filter((row) => row.missed !== 0)).toEqual([])
    const retaken = rows.filter((row) => Number(row.attempts) > 1).length
    const twice = begun.length - new Set(begun).size
    expect(twice).toBeLessThanOrEqual(retaken)
  })
})

async function makeCanaries(): Promise<string[]> {
  const made: string[] = []
  for (let index = 0; index < connectionCount; index += 1) {
    const { id } = await createConnection(ctx(), {
      environmentUrl: 'https://contoso.operations.dynamics.com',
    })
    await putCanary(ctx(), id, {
      state: 'on',
      everyMinutes,
      entitySet: 'CustomersV3',
      company: null,
      filter: null,
      latencyLimitMs: 1000,
      windows: [],
    })
    made.push(id)
  }
  return made
}

async function startProcess(begun: string[]): Promise<ChildProcess> {
  const flags = ['--import', 'tsx', '--conditions=react-server']
  const rest = [postgres?.url ?? '', String(start.getTime()), String(speed)]
  const child = spawn(process.execPath, [...flags, 'lib/canaries/test-scheduler.ts', ...rest], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.push(child)
  await new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line: { begun?: string; ready?: number } = JSON.parse(text)
      if (line.begun) begun.push(line.begun)
      if (line.ready) resolve()
    })
  })
  return child
}

function dueTimes(connectionId: string, from: Date, to: Date): string[] {
  const found: string[] = []
  let due = dueAtOrBefore({ connectionId, everyMinutes }, to)
  while (due > from) {
    found.push(`${connectionId} ${due.toISOString()}`)
    due = new Date(due.getTime() - everyMinutes * 60_000)
  }
  return found
}

function minutesLater(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000)
}

async function until(met: () => boolean): Promise<void> {
  while (!met()) await sleep(50)
}
