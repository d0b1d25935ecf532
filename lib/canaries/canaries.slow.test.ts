import { randomUUID } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { actOnCanary } from '@/lib/canaries/act-on-canary'
import { getCanary } from '@/lib/canaries/get-canary'
import {
  listCanaryStates,
  listOutcomes,
  schedulerStanding,
} from '@/lib/canaries/list-canary-states'
import type { CanaryOutcome } from '@/lib/canaries/outcome'
import { pruneCanaries } from '@/lib/canaries/prune-canaries'
import { putCanary } from '@/lib/canaries/put-canary'
import { Scheduler, type SchedulerOptions } from '@/lib/canaries/scheduler'
import { createConnection } from '@/lib/connections/create-connection'
import { deleteConnection } from '@/lib/connections/delete-connection'
import type { PutCanaryInput } from '@/lib/contract/canary'
import { canaries, canaryRollups, canaryRuns, connections } from '@/lib/db/schema'
import { onBothEngines } from '@/lib/db/test-engines'
import type { Context } from '@/lib/log/context'

const minuteMs = 60_000
let clock = new Date('2026-03-02T08:00:00Z')

const ctx: Context = {
  actor: { kind: 'user', userId: 'u', name: 'Robin' },
  now: () => clock,
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
  requestId: randomUUID(),
}

const passed: CanaryOutcome = {
  verdict: 'passed',
  breakCheck: null,
  breakStep: null,
  breakRule: null,
  headline: null,
  took: { dns: 2, 'chosen-read': 120 },
  latencyMs: 120,
  rows: 100,
  calls: 4,
  throttled: 0,
  retryAfterMs: null,
  proofId: null,
}
const failed: CanaryOutcome = {
  ...passed,
  verdict: 'failed',
  breakCheck: 'trust',
  breakStep: 'trust',
  breakRule: 'finops.not-registered',
  headline: 'F&O does not know this app',
  latencyMs: null,
  rows: null,
}
const throttled: CanaryOutcome = {
  ...failed,
  verdict: 'throttled',
  breakCheck: 'chosen-read',
  throttled: 1,
  retryAfterMs: 30_000,
}

const settings: PutCanaryInput = {
  state: 'on',
  everyMinutes: 5,
  entitySet: 'CustomersV3',
  company: 'usmf',
  filter: null,
  latencyLimitMs: 3000,
  windows: [],
}

function advance(minutes: number): void {
  clock = new Date(clock.getTime() + minutes * minuteMs)
}

function schedulerWith(options: Partial<SchedulerOptions> = {}): Scheduler {
  const rest = { prove: async () => passed, now: () => clock, lookEveryMs: 0, log: ctx.log }
  return new Scheduler({ ...rest, ...options })
}

async function lookAll(...schedulers: readonly Scheduler[]): Promise<void> {
  await Promise.all(schedulers.map((one) => one.look()))
  await Promise.all(schedulers.map((one) => one.settled()))
}

onBothEngines('canaries', (db) => {
  beforeEach(async () => {
    clock = new Date('2026-03-02T08:00:00Z')
    await db().orm.delete(connections)
  })

  async function withCanary(change: Partial<PutCanaryInput> = {}): Promise<string> {
    const { id } = await createConnection(ctx, {
      environmentUrl: 'https://contoso.operations.dynamics.com',
    })
    await putCanary(ctx, id, { ...settings, ...change })
    return id
  }
  const runsOf = (id: string) =>
    db()
      .orm.select()
      .from(canaryRuns)
      .where(eq(canaryRuns.connectionId, id))
      .orderBy(asc(canaryRuns.dueAt))

  test('each due time is run once, however many schedulers look at the same moment', async () => {
    const ids = [await withCanary(), await withCanary(), await withCanary()]
    const proven: string[] = []
    const prove = async (_ctx: Context, { connectionId }: { connectionId: string }) => {
      proven.push(connectionId)
      return passed
    }
    const schedulers = [1, 2, 3].map(() => schedulerWith({ prove }))
    for (let minute = 0; minute < 30; minute += 1) {
      advance(1)
      await lookAll(...schedulers)
    }
    for (const id of ids) {
      const runs = await runsOf(id)
      expect(runs).toHaveLength(6)
      expect(runs.every((run) => run.verdict === 'passed' && run.missed === 0)).toBe(true)
      expect(proven.filter((one) => one === id)).toHaveLength(6)
    }
  })

  test('a run whose process has gone is taken over, and nothing else of its connection starts before', async () => {
    const id = await withCanary()
    const gone = schedulerWith({ prove: () => new Promise(() => undefined) })
    advance(5)
    expect(await gone.look()).toBe(1)
    const other = schedulerWith()
    await lookAll(other)
    expect((await runsOf(id)).map((run) => run.verdict)).toEqual([null])
    advance(1)
    await lookAll(other)
    expect(await runsOf(id)).toMatchObject([{ verdict: 'passed', attempts: 2, lease: null }])
  })

  test('what a process ends after another took its run over is not kept', async () => {
    const id = await withCanary()
    let end: (outcome: CanaryOutcome) => void = () => undefined
    const slow = schedulerWith({
      prove: () =>
        new Promise((resolve) => {
          end = resolve
        }),
    })
    advance(5)
    await slow.look()
    advance(1)
    await lookAll(schedulerWith())
    end(failed)
    await slow.settled()
    expect(await runsOf(id)).toMatchObject([{ verdict: 'passed' }])
  })

  test('a stopped scheduler gives its runs back at once', async () => {
    const id = await withCanary()
    const stopped = schedulerWith({
      prove: ({ signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(undefined))
        }),
    })
    advance(5)
    await stopped.look()
    await stopped.stop()
    await lookAll(schedulerWith())
    expect(await runsOf(id)).toMatchObject([{ verdict: 'passed', attempts: 2 }])
  })

  test('after an outage the newest due time is run, and it says how many went unseen', async () => {
    const id = await withCanary()
    advance(5)
    await lookAll(schedulerWith())
    advance(60)
    await lookAll(schedulerWith())
    expect((await runsOf(id)).map((run) => run.missed)).toEqual([0, 11])
  })

  test('failures are counted in a row until it passes', async () => {
    const id = await withCanary()
    for (const outcome of [passed, failed, failed]) {
      advance(5)
      await lookAll(schedulerWith({ prove: async () => outcome }))
    }
    const [standing] = await listCanaryStates(ctx)
    expect(standing?.canary).toMatchObject({
      connectionId: id,
      failedInARow: 2,
      failingSince: new Date(clock.getTime() - 5 * minuteMs).toISOString(),
      lastRun: { verdict: 'failed', breakRule: 'finops.not-registered' },
    })
    advance(5)
    await lookAll(schedulerWith())
    const { canary } = await getCanary(ctx, id)
    expect(canary).toMatchObject({ failedInARow: 0, failingSince: null })
    const outcomes = await listOutcomes(ctx, { after: new Date(0) })
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(['passed', 'failed', 'failed', 'passed'])
  })

  test('a throttled canary backs off twice as long each time, and comes back when it passes', async () => {
    const id = await withCanary()
    const held: number[] = []
    for (let round = 0; round < 4; round += 1) {
      const { canary } = await getCanary(ctx, id)
      clock = new Date(canary?.nextDueAt ?? 0)
      await lookAll(schedulerWith({ prove: async () => (round < 3 ? throttled : passed) }))
      const after = await getCanary(ctx, id)
      const until = after.canary?.heldUntil
      held.push(until ? (Date.parse(until) - clock.getTime()) / minuteMs : 0)
    }
    expect(held).toEqual([5, 10, 20, 0])
  })

  test('in a maintenance window it does not run, and the row says so', async () => {
    const days = [0, 1, 2, 3, 4, 5, 6]
    const id = await withCanary({ windows: [{ days, from: '07:00', to: '09:00' }] })
    let proven = 0
    const prove = async () => {
      proven += 1
      return passed
    }
    for (let minute = 0; minute < 65; minute += 5) {
      advance(5)
      await lookAll(schedulerWith({ prove }))
    }
    const verdicts = (await runsOf(id)).map((run) => run.verdict)
    expect(new Set(verdicts.slice(0, 11))).toEqual(new Set(['skipped']))
    expect(verdicts.at(-1)).toBe('passed')
    expect(proven).toBe(verdicts.filter((verdict) => verdict === 'passed').length)
  })

  test('paused and off are not run; resumed is', async () => {
    const id = await withCanary()
    await actOnCanary(ctx, id, 'pause')
    advance(10)
    await lookAll(schedulerWith())
    expect(await runsOf(id)).toEqual([])
    await expect(actOnCanary(ctx, id, 'pause')).rejects.toMatchObject({ code: 'not_now' })
    await actOnCanary(ctx, id, 'resume')
    advance(5)
    await lookAll(schedulerWith())
    expect(await runsOf(id)).toHaveLength(1)
    await putCanary(ctx, id, { ...settings, state: 'off' })
    advance(10)
    await lookAll(schedulerWith())
    expect(await runsOf(id)).toHaveLength(1)
  })

  test('hours and days are summed up, and nothing counts twice', async () => {
    clock = new Date('2026-03-02T22:00:00Z')
    const id = await withCanary()
    for (let minute = 0; minute < 5 * 60; minute += 5) {
      advance(5)
      const outcome = minute === 60 ? failed : passed
      await lookAll(schedulerWith({ prove: async () => outcome }))
    }
    const rollups = await db()
      .orm.select()
      .from(canaryRollups)
      .where(eq(canaryRollups.connectionId, id))
      .orderBy(asc(canaryRollups.startsAt))
    const sumOf = (rows: typeof rollups) =>
      rows.reduce((total, row) => total + row.passed + row.failed, 0)
    const hours = rollups.filter((row) => row.grain === 'hour')
    expect(sumOf(hours)).toBe(60)
    const [firstDay] = rollups.filter((row) => row.grain === 'day')
    const midnight = new Date('2026-03-03T00:00:00Z')
    expect(sumOf(firstDay ? [firstDay] : [])).toBe(
      sumOf(hours.filter((row) => row.startsAt < midnight)),
    )
    const [standing] = await listCanaryStates(ctx)
    expect(standing?.day?.figures.points).toHaveLength(24)
    expect(standing?.day?.figures).toMatchObject({ runs: 60, bad: 1, throttledShare: 0 })
    expect(standing?.day?.figures.p95Ms).toBeGreaterThan(110)
    expect(standing?.day?.figures.p95Ms).toBeLessThan(130)
  })

  test('old runs are let go, their sums stay', async () => {
    const id = await withCanary()
    advance(5)
    await lookAll(schedulerWith())
    advance(3 * 24 * 60)
    await pruneCanaries(ctx)
    expect(await runsOf(id)).toEqual([])
    expect(await db().orm.select().from(canaryRollups)).toHaveLength(2)
    advance(500 * 24 * 60)
    await pruneCanaries(ctx)
    expect(await db().orm.select().from(canaryRollups)).toEqual([])
  })

  test('a scheduler that nobody has heard of for long is silent', async () => {
    await lookAll(schedulerWith())
    expect(await schedulerStanding(ctx)).toMatchObject({ isSilent: false })
    advance(2)
    expect(await schedulerStanding(ctx)).toMatchObject({ isSilent: true, processes: 0 })
  })

  test('a prover that throws makes an unclear run, which is no failure of the connection', async () => {
    const id = await withCanary()
    advance(5)
    await lookAll(
      schedulerWith({
        prove: async () => {
          throw new Error('on purpose')
        },
      }),
    )
    expect(await runsOf(id)).toMatchObject([{ verdict: 'unclear', lease: null }])
    const { canary } = await getCanary(ctx, id)
    expect(canary?.failedInARow).toBe(0)
  })

  test('a connection that is deleted while it is proven leaves nothing behind', async () => {
    const id = await withCanary()
    advance(5)
    const during = schedulerWith({
      prove: async () => {
        await deleteConnection(ctx, id)
        return passed
      },
    })
    await lookAll(during)
    expect(await db().orm.select().from(canaries)).toEqual([])
    expect(await runsOf(id)).toEqual([])
  })

  test.each(['Name eq', "contains(Name,'x'", "Name eq 'x"])('%s is no filter', async (filter) => {
    await expect(withCanary({ filter })).rejects.toMatchObject({ code: 'bad_filter' })
  })
})
