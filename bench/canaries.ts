import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { worstFirst } from '@/lib/canaries/dashboard'
import { dueAtOrBefore } from '@/lib/canaries/due-times'
import { type CanaryOutcome, skippedOutcome } from '@/lib/canaries/outcome'
import { proveCanary } from '@/lib/canaries/prove-canary'
import { pruneCanaries } from '@/lib/canaries/prune-canaries'
import { Scheduler } from '@/lib/canaries/scheduler'
import type { Canary, CanarySpan } from '@/lib/contract/canary'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import type { Database } from '@/lib/db/database'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import type { Context } from '@/lib/log/context'
import { startSandbox } from '@/lib/sandbox/start'
import { openVault, setVault } from '@/lib/vault/vault'
import { benchContext, makeCanaries, writeYear } from './canary-world'
import { percentile } from './percentile'
import { preparePractice } from './practice-world'

const connectionCount = 200
/** Hours of schedule; fewer for a quick look: `npm run bench -- canaries 2`. */
const hours = Number(process.argv[3] ?? 24)
const minuteMs = 60_000
const everyMinutes = 5
const dashboardReads = 200

/**
 * A day of 200 canaries every five minutes, its clock turned by hand, over two schedulers that share
 * the store, beside a year of history. The first run of each connection goes to the practice tenant
 * over TLS as in production; the others come from its stand-in at the same seam, `Prover`, since
 * 57,600 chains of calls would take hours.
 */
export async function benchCanaries(): Promise<object> {
  const dir = await mkdtemp(join(tmpdir(), 'fivestep-bench-'))
  const app = await preparePractice(dir)
  const practice = await startSandbox({ dir: join(dir, 'practice'), rows: 500 })
  setPracticeRoute({ port: practice.port, caPem: practice.caPem })
  const database = await openDatabase({ dir: join(dir, 'db') })
  setDatabase(database)
  setVault(await openVault(database, { dataDir: dir }))
  try {
    return await measure(database, app)
  } finally {
    setVault(undefined)
    await closeDatabase()
    setPracticeRoute(undefined)
    await practice.close()
    await closeOutbound()
    await rm(dir, { recursive: true, force: true })
  }
}

type App = Awaited<ReturnType<typeof preparePractice>>

async function measure(database: Database, app: App): Promise<object> {
  const start = new Date(Math.floor(Date.now() / minuteMs) * minuteMs)
  let clock = start
  const ctx = benchContext(() => clock)
  const ids = await makeCanaries(ctx, { count: connectionCount, app })
  await writeYear(database, start)
  const storeMiB = (await bytesOf(database)) / 1024 ** 2
  console.log(`a year of history: ${storeMiB.toFixed(1)} MiB`)

  const proven = new Map<string, number>()
  const prove = countingProver(proven, () => clock)
  const options = { prove, now: () => clock, lookEveryMs: 0, log: ctx.log }
  const schedulers = [new Scheduler(options), new Scheduler(options)]
  const startedAt = performance.now()
  for (let minute = 1; minute <= hours * 60; minute += 1) {
    clock = new Date(start.getTime() + minute * minuteMs)
    await runDue(schedulers)
    if (minute % 60 === 0) {
      const seconds = Math.round((performance.now() - startedAt) / 1000)
      console.log(`${minute / 60} h of schedule after ${seconds} s: ${proven.size} due times`)
    }
  }
  await pruneCanaries(ctx)
  await database.execute('vacuum analyze')
  const { rows } = await database.execute(
    `select verdict, count(*)::int as runs, sum(missed)::int as missed from canary_runs
     where due_at > $1 and verdict is not null group by verdict`,
    [start],
  )
  console.log(JSON.stringify(rows))
  const ran = rows.reduce((sum, row) => sum + Number(row.runs), 0)
  const due = ids.reduce((sum, connectionId) => sum + dueTimes(connectionId, start, clock), 0)
  const twice = [...proven.values()].filter((times) => times > 1).length
  const dashboardP95Ms = await timeDashboard(ctx)
  return { due, ran, twice, dashboardP95Ms, storeMiBPerYear: Math.round(storeMiB) }
}

/** Both look at the same moment, until neither finds anything more. */
async function runDue(schedulers: readonly Scheduler[]): Promise<void> {
  for (;;) {
    const began = await Promise.all(schedulers.map((one) => one.look()))
    await Promise.all(schedulers.map((one) => one.settled()))
    if (began.every((count) => count === 0)) return
  }
}

function countingProver(proven: Map<string, number>, now: () => Date) {
  const seen = new Set<string>()
  return async (ctx: Context, canary: Canary): Promise<CanaryOutcome | undefined> => {
    const { connectionId } = canary
    const dueAt = dueAtOrBefore({ connectionId, everyMinutes }, now()).toISOString()
    const key = `${connectionId} ${dueAt}`
    proven.set(key, (proven.get(key) ?? 0) + 1)
    if (seen.has(connectionId)) return likelyOutcome(proven.size)
    seen.add(connectionId)
    // Certificates and tokens are judged by the wall clock, which the practice tenant goes by.
    return await proveCanary({ ...ctx, now: () => new Date() }, canary)
  }
}

/** One of fifty fails; none is throttled, which would take due times away by right. */
function likelyOutcome(index: number): CanaryOutcome {
  const latencyMs = Math.round(90 * 1.6 ** (((index * 2_654_435_761) % 1000) / 200))
  const passed: CanaryOutcome = {
    ...skippedOutcome,
    verdict: 'passed',
    headline: null,
    took: { dns: 1, tls: 14, token: 58, trust: 41, 'chosen-read': latencyMs },
    latencyMs,
    rows: 100,
    calls: 4,
  }
  if (index % 50 !== 0) return passed
  const headline = 'Finance & Operations does not know this app'
  const breakRule = 'finops.unregistered'
  return {
    ...passed,
    verdict: 'failed',
    breakCheck: 'trust',
    breakStep: 'trust',
    breakRule,
    headline,
    latencyMs: null,
    rows: null,
  }
}

function dueTimes(connectionId: string, from: Date, to: Date): number {
  const at = (date: Date) => dueAtOrBefore({ connectionId, everyMinutes }, date).getTime()
  return (at(to) - at(from)) / (everyMinutes * minuteMs)
}

async function timeDashboard(ctx: Context): Promise<number> {
  const spans: readonly CanarySpan[] = ['24h', '7d', '30d']
  const times: number[] = []
  for (let read = 0; read < dashboardReads; read += 1) {
    const startedAt = performance.now()
    await worstFirst(ctx, spans[read % spans.length] ?? '24h')
    times.push(performance.now() - startedAt)
  }
  return (
    Math.round(
      percentile(
        times.toSorted((a, b) => a - b),
        0.95,
      ) * 10,
    ) / 10
  )
}

async function bytesOf(database: Database): Promise<number> {
  const { rows } = await database.execute(
    `select sum(pg_total_relation_size(oid))::bigint as bytes from pg_class
     where relname like 'canar%' and relkind = 'r'`,
  )
  return Number(rows[0]?.bytes)
}
