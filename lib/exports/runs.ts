import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { ExportFormat } from '@/lib/contract/export'
import { ExportRun } from '@/lib/exports/export-run'
import type { OpenPart } from '@/lib/exports/part-file'
import {
  claimExport,
  type Lease,
  type Progress,
  releaseLease,
  saveCheckpoint,
  saveEnd,
  saveProgress,
  saveRowsTotal,
} from '@/lib/exports/store'
import { Checkpoint, ExportRequest, type ExportRow } from '@/lib/exports/stored'
import { dropScratch, sweepFolders } from '@/lib/exports/sweep-folders'
import { toExportFailure } from '@/lib/exports/to-export-failure'
import type { Context } from '@/lib/log/context'

export type RunsOptions = Readonly<{ dir: string; home: string; log: Logger; openPart: OpenPart }>

const lookEveryMs = 3_000
/** Each beat is a write to the store, which makes the embedded one wait for its disk. */
const beatEveryMs = 5_000
const checkpointEveryMs = 2_000
const runsMax = 4
const perConnectionMax = 2

type Active = Readonly<{ stop: AbortController; ended: Promise<void> }>

/** The exports that this process runs. */
export class Runs {
  readonly #options: RunsOptions
  readonly #active = new Map<string, Active>()
  readonly #running = new Map<string, ExportRun>()
  readonly #timer: NodeJS.Timeout
  #looking = Promise.resolve()
  #isLooking = false
  #lookAgain = false
  #isStopped = false

  constructor(options: RunsOptions) {
    this.#options = options
    this.#timer = setInterval(() => this.wake(), lookEveryMs).unref()
  }

  wake(): void {
    if (this.#isStopped) return
    if (this.#isLooking) {
      this.#lookAgain = true
      return
    }
    this.#isLooking = true
    this.#looking = this.#look()
      .catch((error: unknown) => {
        if (!this.#isStopped)
          this.#options.log.error({ err: error }, 'exports were not looked after')
      })
      .finally(() => {
        this.#isLooking = false
        if (this.#lookAgain) {
          this.#lookAgain = false
          this.wake()
        }
      })
  }

  progressOf(id: string): Progress | undefined {
    return this.#running.get(id)?.progress
  }

  async stopRun(id: string): Promise<void> {
    const active = this.#active.get(id)
    active?.stop.abort(new Error('the export was stopped'))
    await active?.ended
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#timer)
    await this.#looking
    await Promise.all([...this.#active.keys()].map((id) => this.stopRun(id)))
  }

  async #look(): Promise<void> {
    const { dir, home } = this.#options
    for (const id of await sweepFolders(dir, (gone) => this.stopRun(gone))) {
      this.#options.log.info({ exportId: id }, 'the files of a deleted export were removed')
    }
    while (this.#active.size < runsMax && !this.#isStopped) {
      const token = randomUUID()
      const except = [...this.#active.keys()]
      const row = await claimExport({ home, token, now: new Date(), except, perConnectionMax })
      if (!row) return
      this.#start(row, token)
    }
  }

  #start(row: ExportRow, token: string): void {
    const stop = new AbortController()
    const log = this.#options.log.child({ exportId: row.id, connectionId: row.connectionId })
    const ctx: Context = {
      actor: { kind: 'system', job: 'export' },
      now: () => new Date(),
      signal: stop.signal,
      log,
      requestId: randomUUID(),
    }
    const ended = this.#run(ctx, row, { lease: { id: row.id, token }, stop })
      .catch((error: unknown) => log.error({ err: error }, 'an export could not be looked after'))
      .finally(() => {
        this.#active.delete(row.id)
        this.#running.delete(row.id)
        this.wake()
      })
    this.#active.set(row.id, { stop, ended })
  }

  async #run(
    ctx: Context,
    row: ExportRow,
    { lease, stop }: Readonly<{ lease: Lease; stop: AbortController }>,
  ): Promise<void> {
    const dir = join(this.#options.dir, row.id)
    const lost = () => stop.abort(new Error('the export is not ours any more'))
    const run = new ExportRun(ctx, {
      connectionId: row.connectionId,
      format: ExportFormat.parse(row.format),
      request: ExportRequest.parse(row.request),
      checkpoint: Checkpoint.nullable().parse(row.checkpoint),
      dir,
      openPart: this.#options.openPart,
      checkpointEveryMs,
      keep: async (checkpoint, told) => {
        if (!(await saveCheckpoint(lease, checkpoint, told))) lost()
        stop.signal.throwIfAborted()
      },
      counted: (rowsTotal) => saveRowsTotal(lease, rowsTotal),
    })
    this.#running.set(row.id, run)
    const beat = setInterval(() => void this.#beat(ctx, run, { lease, lost }), beatEveryMs)
    try {
      await mkdir(dir, { recursive: true, mode: 0o700 })
      const result = await run.run()
      clearInterval(beat)
      const isDone = await saveEnd(lease, ctx.now(), { state: 'done', ...result })
      if (isDone) await dropScratch(dir, `rows.${row.format}`)
      ctx.log.info({ bytes: result.bytes }, 'an export is done')
    } catch (error) {
      clearInterval(beat)
      // Stopped by a person, whose wish is in the store already, or by the end of this process.
      if (stop.signal.aborted) return await releaseLease(lease)
      ctx.log.warn({ err: error }, 'an export failed')
      await saveEnd(lease, ctx.now(), { state: 'failed', failure: toExportFailure(error, ctx) })
    }
  }

  async #beat(
    ctx: Context,
    run: ExportRun,
    { lease, lost }: Readonly<{ lease: Lease; lost: () => void }>,
  ): Promise<void> {
    try {
      if (!(await saveProgress(lease, ctx.now(), run.progress))) lost()
    } catch (error) {
      // The next beat is seconds away; the lease lasts for many of them.
      ctx.log.warn({ err: error }, 'the progress of an export was not kept')
    }
  }
}
