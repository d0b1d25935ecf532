import { stat } from 'node:fs/promises'
import { openConnection } from '@/lib/catalog/open-connection'
import { toUpstreamError } from '@/lib/catalog/to-upstream-error'
import type { ExportFormat } from '@/lib/contract/export'
import { catalogFields } from '@/lib/exports/catalog-fields'
import type { Column } from '@/lib/exports/columns'
import { toColumns } from '@/lib/exports/columns'
import { countRows } from '@/lib/exports/count-rows'
import type { FormatWriter } from '@/lib/exports/formats/format-writer'
import { writers } from '@/lib/exports/open-writer'
import { nextPage, type PageAddress } from '@/lib/exports/paging'
import type { OpenPart } from '@/lib/exports/part-file'
import { pauseFor, type Troubles } from '@/lib/exports/patience'
import { RateMeter } from '@/lib/exports/rate-meter'
import { readPage } from '@/lib/exports/read-page'
import type { Progress } from '@/lib/exports/store'
import type { Checkpoint, ExportRequest, Waiting } from '@/lib/exports/stored'
import { sleep } from '@/lib/http/until-aborted'
import type { Context } from '@/lib/log/context'

export type RunInput = Readonly<{
  connectionId: string
  format: ExportFormat
  request: ExportRequest
  checkpoint: Checkpoint | null
  /** Folder of the export, which is there. */
  dir: string
  openPart: OpenPart
  /** Called after each unit that is on the disk; what it throws ends the run. */
  keep: (
    checkpoint: Checkpoint,
    told: Readonly<{ bytes: number; notes: readonly string[] }>,
  ) => Promise<void>
  /** A page that ends sooner after the last checkpoint makes none. */
  checkpointEveryMs: number
  /** What F&O counted, when it did. */
  counted: (rowsTotal: number) => Promise<void>
}>

export type RunResult = Readonly<{ bytes: number; notes: readonly string[] }>

/** Where the reading is: ahead of the last checkpoint where a unit of the format is not full. */
type Position = Readonly<{ next: PageAddress | null; rows: number; pages: number }>

/** Rows of the first page by which columns are known. */
const sampleRowsMax = 1000
const sampleCharactersMax = 8 * 1024 ** 2
const calm: Troubles = { times: 0, waitedMs: 0 }

/** One go at an export, from its last checkpoint to its end or to whatever stops it. */
export class ExportRun {
  readonly #ctx: Context
  readonly #input: RunInput
  readonly #rate: RateMeter
  #good: Checkpoint | null
  #at: Position
  #writer: FormatWriter | undefined
  #columns: readonly Column[] | undefined
  #sample: string[] = []
  #sampleCharacters = 0
  /** Of the page that is being read. */
  #rowsOfPage = 0
  #waiting: Waiting | null = null
  #keptAtMs: number
  /** What the writer told last; it is let go while the run waits. */
  #bytes = 0

  constructor(ctx: Context, input: RunInput) {
    this.#ctx = ctx
    this.#input = input
    this.#rate = new RateMeter(ctx.now)
    this.#good = input.checkpoint
    this.#at = this.#positionOf(this.#good)
    this.#columns = this.#good?.columns
    this.#keptAtMs = 0
  }

  get progress(): Progress {
    const rows = this.#at.rows + this.#rowsOfPage
    this.#bytes = this.#writer?.bytes() ?? this.#bytes
    return {
      rows,
      pages: this.#at.pages,
      bytes: this.#bytes,
      rowsPerSecond: this.#rate.perSecond(rows),
      waiting: this.#waiting,
    }
  }

  /**
   * Reads and writes until the last row is on the disk.
   *
   * @throws {UpstreamError} with the diagnosis; what the disk throws; {@link ValueError}; the
   * signal's reason or {@link OutboundError} `cancelled` where it was stopped
   */
  async run(): Promise<RunResult> {
    try {
      if (this.#good === null) await this.#count()
      let troubles = calm
      while (this.#at.next !== null) {
        const trouble = await this.#tryPage(this.#at.next, troubles)
        troubles = trouble ?? calm
      }
      const writer = await this.#openWriter()
      if (this.#good?.next !== null) await this.#checkpoint(writer)
      const path = await writer.finish(this.#ctx.signal)
      return { bytes: (await stat(path)).size, notes: writer.notes() }
    } finally {
      await this.#closeWriter()
    }
  }

  /** The troubles so far where the page did not come; undefined where it did. */
  async #tryPage(page: PageAddress, troubles: Troubles): Promise<Troubles | undefined> {
    const ctx = this.#ctx
    const open = await openConnection(ctx, this.#input.connectionId)
    let isRead = false
    try {
      const take = (row: string) => this.#take(row)
      const envelope = await readPage(open, page, { signal: ctx.signal, take })
      isRead = true
      await this.#endPage(
        nextPage({
          environment: open.environment,
          request: this.#input.request,
          nextLink: envelope['@odata.nextLink'],
          rows: this.#rowsOfPage,
          rowsRead: this.#at.rows + this.#rowsOfPage,
        }),
      )
      return undefined
    } catch (error) {
      // Whole pages are not lost, nor asked for twice, because of the one after them.
      if (!isRead && this.#rowsOfPage === 0) await this.#keepPages()
      const pause = ctx.signal.aborted ? undefined : pauseFor(error, troubles, ctx.now())
      if (!pause) throw ctx.signal.aborted ? error : await toUpstreamError(ctx, open, error)
      ctx.log.info({ err: error, ...pause }, 'a page of an export is asked for again')
      await this.#goBack()
      await this.#wait(pause)
      return { times: troubles.times + 1, waitedMs: troubles.waitedMs + pause.ms }
    }
  }

  #take(row: string): Promise<void> | undefined {
    this.#rowsOfPage += 1
    if (this.#writer) return this.#writer.write(row)
    if (this.#columns) return this.#openAndWrite(row)
    this.#sample.push(row)
    this.#sampleCharacters += row.length
    const isEnough =
      this.#sample.length >= sampleRowsMax || this.#sampleCharacters >= sampleCharactersMax
    return isEnough ? this.#writeSample() : undefined
  }

  async #openAndWrite(row: string): Promise<void> {
    await (await this.#openWriter()).write(row)
  }

  async #writeSample(): Promise<void> {
    const writer = await this.#openWriter()
    const rows = this.#sample
    this.#sample = []
    for (const row of rows) await writer.write(row)
  }

  async #openWriter(): Promise<FormatWriter> {
    if (this.#writer) return this.#writer
    const { dir, format, request, openPart } = this.#input
    this.#columns ??= await this.#findColumns()
    this.#writer = await writers[format]({
      dir,
      openPart,
      columns: this.#columns,
      csv: request.csv,
      from: this.#good?.writer,
    })
    return this.#writer
  }

  async #findColumns(): Promise<readonly Column[]> {
    const { connectionId, request } = this.#input
    const fields = await catalogFields(this.#ctx, connectionId, request.path)
    return toColumns({ fields, chosen: request.columns ?? undefined, sample: this.#sample })
  }

  async #endPage(next: PageAddress | null): Promise<void> {
    if (this.#sample.length > 0) await this.#writeSample()
    const { rows, pages } = this.#at
    this.#at = { next, rows: rows + this.#rowsOfPage, pages: pages + 1 }
    this.#rowsOfPage = 0
    const writer = await this.#openWriter()
    const isSoon = this.#now() - this.#keptAtMs < this.#input.checkpointEveryMs
    if (next === null || !isSoon) await this.#checkpoint(writer)
  }

  #now(): number {
    return this.#ctx.now().getTime()
  }

  /** Keeps the pages after the last checkpoint, where it was too soon for one of their own. */
  async #keepPages(): Promise<void> {
    const isAhead = this.#at.pages > (this.#good?.pages ?? 0)
    if (this.#writer && isAhead && !this.#ctx.signal.aborted) await this.#checkpoint(this.#writer)
  }

  async #checkpoint(writer: FormatWriter): Promise<void> {
    const state = await writer.checkpoint({ isLast: this.#at.next === null })
    if (state === undefined) return
    const columns = [...(this.#columns ?? [])]
    const checkpoint = { ...this.#at, columns, writer: state }
    await this.#input.keep(checkpoint, { bytes: writer.bytes(), notes: writer.notes() })
    this.#good = checkpoint
    this.#keptAtMs = this.#now()
  }

  /** Forgets what came after the last checkpoint. */
  async #goBack(): Promise<void> {
    await this.#closeWriter()
    this.#sample = []
    this.#sampleCharacters = 0
    this.#rowsOfPage = 0
    this.#at = this.#positionOf(this.#good)
    this.#rate.restart()
  }

  async #closeWriter(): Promise<void> {
    const writer = this.#writer
    this.#writer = undefined
    await writer?.close()
  }

  #positionOf(checkpoint: Checkpoint | null): Position {
    const { path, query } = this.#input.request
    if (!checkpoint) return { next: { path, query }, rows: 0, pages: 0 }
    const { next, rows, pages } = checkpoint
    return { next, rows, pages }
  }

  async #wait({ ms, why }: Readonly<{ ms: number; why: string }>): Promise<void> {
    this.#waiting = { until: new Date(this.#ctx.now().getTime() + ms).toISOString(), why }
    try {
      await sleep(ms, this.#ctx.signal)
    } finally {
      this.#waiting = null
    }
  }

  async #count(): Promise<void> {
    const { connectionId, request, counted } = this.#input
    const total = await countRows(this.#ctx, connectionId, request)
    if (total !== undefined) await counted(total)
  }
}
