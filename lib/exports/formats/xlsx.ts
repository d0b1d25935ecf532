import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import type { Column } from '@/lib/exports/columns'
import { ValueError } from '@/lib/exports/errors'
import type { FormatWriter, OpenWriter, WriterStart } from '@/lib/exports/formats/format-writer'
import { strayNotes } from '@/lib/exports/formats/stray-notes'
import { bookParts, sheetHead, sheetPath, sheetTail } from '@/lib/exports/formats/xlsx-book'
import { XlsxColumn } from '@/lib/exports/formats/xlsx-cell'
import type { PartFile } from '@/lib/exports/part-file'
import { CellReader } from '@/lib/exports/row-cells'

/** How far the sheets are: those before the last are whole. */
const State = z.object({
  sheets: z.array(z.object({ lines: z.int(), length: z.int() })).min(1),
  cut: z.int(),
})

/** What one sheet can hold. @see Excel specifications and limits */
export const sheetLimits = {
  lines: 1_048_576,
  columns: 16_384,
  /** Below 4 GiB, from where on ZIP needs a form that Excel has been seen to refuse. */
  bytes: 3.5 * 1024 ** 3,
}

/**
 * A workbook. Rows are written as the XML of their sheet, which can be cut back and gone on with
 * as a text can; at the end that is compressed into the file, which takes no more memory.
 */
export const openXlsx: OpenWriter = async (start) => {
  if (start.columns.length > sheetLimits.columns) {
    throw new ValueError(
      `There are ${start.columns.length} columns, and a sheet has at most ${sheetLimits.columns}.`,
    )
  }
  const from = start.from === undefined ? undefined : State.parse(start.from)
  const last = from?.sheets.at(-1)
  const number = from?.sheets.length ?? 1
  const part = await start.openPart(partPath(start.dir, number), last?.length ?? 0)
  const writer = new XlsxRows(start, { part, lines: last?.lines ?? 0 }, from)
  if (!last) await writer.beginSheet()
  return writer.format
}

type Sheet = Readonly<{ lines: number; length: number }>

class XlsxRows {
  readonly #start: WriterStart
  readonly #columns: readonly XlsxColumn[]
  readonly #reader: CellReader
  readonly #whole: Sheet[]
  readonly #cutBefore: number
  #part: PartFile
  #lines: number

  constructor(
    start: WriterStart,
    { part, lines }: Readonly<{ part: PartFile; lines: number }>,
    from: z.infer<typeof State> | undefined,
  ) {
    this.#start = start
    this.#columns = start.columns.map((column, index) => new XlsxColumn(column, index))
    this.#reader = new CellReader(start.columns.map(({ name }) => name))
    this.#whole = from?.sheets.slice(0, -1) ?? []
    this.#cutBefore = from?.cut ?? 0
    this.#part = part
    this.#lines = lines
  }

  get format(): FormatWriter {
    return {
      write: (row) => this.#write(row),
      checkpoint: () => this.#checkpoint(),
      bytes: () => this.#whole.reduce((sum, { length }) => sum + length, this.#part.length()),
      notes: () => [...strayNotes(this.#reader), ...this.#cutNotes()],
      finish: (signal) => this.#finish(signal),
      close: () => this.#part.close(),
    }
  }

  async beginSheet(): Promise<void> {
    const { columns } = this.#start
    const header = columns.map(({ name }, index) => this.#columns[index]?.toHeader(name) ?? '')
    await this.#part.append(`${sheetHead(columns.map(widthOf))}<row r="1">${header.join('')}</row>`)
    this.#lines = 1
  }

  #write(row: string): Promise<void> | undefined {
    const isFull = this.#lines >= sheetLimits.lines || this.#part.length() >= sheetLimits.bytes
    return isFull ? this.#writeOnNext(row) : this.#writeLine(row)
  }

  async #writeOnNext(row: string): Promise<void> {
    await this.#part.sync()
    this.#whole.push({ lines: this.#lines, length: this.#part.length() })
    await this.#part.close()
    const { dir, openPart } = this.#start
    this.#part = await openPart(partPath(dir, this.#whole.length + 1), 0)
    await this.beginSheet()
    await this.#writeLine(row)
  }

  #writeLine(row: string): Promise<void> | undefined {
    const cells = this.#reader.read(row)
    const line = this.#lines + 1
    let text = `<row r="${line}">`
    for (const [index, column] of this.#columns.entries()) {
      text += column.toCell(cells[index], line)
    }
    this.#lines = line
    return this.#part.append(`${text}</row>`)
  }

  async #checkpoint(): Promise<unknown> {
    await this.#part.sync()
    const last = { lines: this.#lines, length: this.#part.length() }
    return { sheets: [...this.#whole, last], cut: this.#cut() }
  }

  async #finish(signal: AbortSignal): Promise<string> {
    const { dir } = this.#start
    await this.#part.sync()
    const path = join(dir, 'rows.xlsx')
    const sheets = this.#whole.length + 1
    const zip = new ZipFile()
    const written = pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }), { signal })
    zip.on('error', (error: Error) => {
      // The stream that is piped to the file ends with whatever broke the zip.
      if (zip.outputStream instanceof Readable) zip.outputStream.destroy(error)
    })
    for (const [name, content] of bookParts(sheets)) zip.addBuffer(Buffer.from(content), name)
    for (let number = 1; number <= sheets; number += 1) {
      zip.addReadStreamLazy(sheetPath(number), { compressionLevel: 4 }, (give) =>
        give(null, Readable.from(wholeSheet(partPath(dir, number)))),
      )
    }
    zip.end()
    await written
    await sync(path)
    return path
  }

  #cut(): number {
    return this.#columns.reduce((sum, { cut }) => sum + cut, this.#cutBefore)
  }

  #cutNotes(): string[] {
    const cut = this.#cut()
    if (cut === 0) return []
    return [
      `${cut} ${cut === 1 ? 'text was' : 'texts were'} cut at 32,767 characters, the most that a cell holds.`,
    ]
  }
}

function partPath(dir: string, number: number): string {
  return join(dir, `sheet-${number}.xml`)
}

async function* wholeSheet(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path, { highWaterMark: 256 * 1024 })
  yield Buffer.from(sheetTail)
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** In characters: enough for the name and for what mostly stands below it. */
function widthOf({ name, type }: Column): number {
  const least = type === 'Edm.DateTimeOffset' ? 20 : 10
  return Math.min(40, Math.max(least, name.length + 3))
}
