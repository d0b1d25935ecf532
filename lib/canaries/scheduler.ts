import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { type CanaryJob, claimDue, releaseRun, renewLeases, takeOver } from '@/lib/canaries/claim'
import { finishRun } from '@/lib/canaries/finish'
import { skippedOutcome, unclearOutcome } from '@/lib/canaries/outcome'
import { type Prover, proveCanary } from '@/lib/canaries/prove-canary'
import { beat } from '@/lib/canaries/scheduler-beats'
import { processWide } from '@/lib/http/process-wide'
import type { Context } from '@/lib/log/context'

export type SchedulerOptions = Readonly<{
  log: Logger
  /** The clock by which canaries are due. */
  now?: () => Date
  prove?: Prover
  /** How often it looks for due canaries, in milliseconds of the wall clock; 0 for only when told to. */
  lookEveryMs?: number
  /** How long a run may be silent before another process takes it over; by `now`. */
  leaseMs?: number
  /** Runs at once in this process. */
  runsMax?: number
}>

const attemptsMax = 3
const beatEveryLooks = 3

/** Runs the canaries that are due, as one of any number of processes on the same database. */
export class Scheduler {
  readonly id = randomUUID()
  readonly #options: Required<SchedulerOptions>
  readonly #startedAt: Date
  readonly #stopping = new AbortController()
  readonly #active = new Map<string, Promise<void>>()
  readonly #timer: NodeJS.Timeout | undefined
  #looking: Promise<number> | undefined
  #looks = 0

  constructor(options: SchedulerOptions) {
    const usual = { now: () => new Date(), prove: proveCanary, lookEveryMs: 5_000 }
    this.#options = { ...usual, leaseMs: 30_000, runsMax: 8, ...options }
    this.#startedAt = this.#options.now()
    const { lookEveryMs } = this.#options
    if (lookEveryMs > 0) this.#timer = setInterval(() => this.wake(), lookEveryMs).unref()
  }

  /** Looks for due canaries now. */
  wake(): void {
    this.look().catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) {
        this.#options.log.error({ err: error }, 'canaries were not looked after')
      }
    })
  }

  /** Claims what is due and begins to run it. @returns how many runs began */
  look(): Promise<number> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  /** Runs `job`, which this scheduler has claimed, beside those of the schedule. */
  start(job: CanaryJob): void {
    const ended = this.#run(job).finally(() => {
      this.#active.delete(job.connectionId)
      if (this.#options.lookEveryMs > 0) this.wake()
    })
    this.#active.set(job.connectionId, ended)
  }

  /** Resolves when nothing runs any more. */
  async settled(): Promise<void> {
    while (this.#active.size > 0) await Promise.all(this.#active.values())
  }

  /** Gives what runs back, for another process or the next start. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stopping.abort(new Error('the server is stopping'))
    await this.#looking?.catch(() => {
      // Whoever looked has been told.
    })
    await this.settled()
  }

  async #look(): Promise<number> {
    const { now, leaseMs } = this.#options
    if (this.#stopping.signal.aborted) return 0
    if (this.#looks % beatEveryLooks === 0) await this.#beat()
    this.#looks += 1
    const running = [...this.#active.keys()]
    // Before anything is taken over: a process that was slow must not take its own.
    if (running.length > 0) await renewLeases(running, { lease: this.id, leaseMs, now: now() })
    let began = 0
    for (const claim of [takeOver, claimDue]) {
      const limit = this.#options.runsMax - this.#active.size
      if (limit <= 0) break
      for (const job of await claim({ lease: this.id, leaseMs, now: now(), limit })) {
        this.start(job)
        began += 1
      }
    }
    return began
  }

  async #beat(): Promise<void> {
    const { now } = this.#options
    await beat({
      id: this.id,
      startedAt: this.#startedAt,
      now: now(),
      running: this.#active.size,
    })
  }

  async #run(job: CanaryJob): Promise<void> {
    const { connectionId, dueAt } = job
    const log = this.#options.log.child({ connectionId, dueAt: dueAt.toISOString() })
    const { now } = this.#options
    try {
      const outcome = await this.#prove(job, log)
      if (!outcome) return await releaseRun(job, this.id, now())
      if (!(await finishRun({ job, lease: this.id, outcome, at: now() }))) {
        log.warn('a canary ended after its run was taken over or its connection deleted')
      }
    } catch (error) {
      // Its lease ends by itself, and whoever looks then takes it over.
      log.error({ err: error }, 'what came of a canary could not be kept')
    }
  }

  async #prove(job: CanaryJob, log: Logger) {
    if (job.isSkipped) return skippedOutcome
    if (job.attempts > attemptsMax)
      return unclearOutcome('The server ended while it ran, again and again.')
    const ctx: Context = {
      actor: { kind: 'system', job: 'canary' },
      now: this.#options.now,
      signal: this.#stopping.signal,
      log,
      requestId: randomUUID(),
    }
    try {
      return await this.#options.prove(ctx, job.canary)
    } catch (error) {
      if (ctx.signal.aborted) return undefined
      log.error({ err: error }, 'a canary threw')
      return unclearOutcome('Fivestep itself failed; the log of the server tells more.')
    }
  }
}

const held = () =>
  processWide<{ scheduler: Scheduler | undefined }>('canaries', () => ({ scheduler: undefined }))

/** The one of this process. @throws {Error} before the start-up has come so far */
export function scheduler(): Scheduler {
  const { scheduler } = held()
  if (!scheduler) throw new Error('the scheduler of the canaries was not started')
  return scheduler
}

/** Starts running canaries in this process. @returns what stops it */
export function startScheduler(options: SchedulerOptions): () => Promise<void> {
  const started = new Scheduler(options)
  held().scheduler = started
  started.wake()
  return async () => {
    if (held().scheduler === started) held().scheduler = undefined
    await started.stop()
  }
}
