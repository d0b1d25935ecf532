import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer'
import { z } from 'zod'
import type { FormatWriter, OpenWriter, WriterStart } from '@/lib/exports/formats/format-writer'
import { type ParquetColumn, toParquetColumn } from '@/lib/exports/formats/parquet-columns'
import { ValueMemo } from '@/lib/exports/formats/parquet-memo'
import {
  parseRowGroups,
  printRowGroups,
  type RowGroup,
} from '@/lib/exports/formats/parquet-metadata'
import { strayNotes } from '@/lib/exports/formats/stray-notes'
import type { PartFile } from '@/lib/exports/part-file'
import { CellReader } from '@/lib/exports/row-cells'

const State = z.object({ length: z.int(), groupsLength: z.int(), rows: z.int() })

/** A row group ends at the first of the upper limits; small ones make a file slow to read. */
export const groupLimits = {
  rows: 50_000,
  characters: 24 * 1024 ** 2,
  /** Below this the end of a page is no reason to end one. */
  rowsMin: 10_000,
}

/**
 * Parquet, Snappy inside. Each row group is encoded and written on its own; what the footer has to
 * say of it goes into a file beside, so that the footer can be written at the end by any process.
 *
 * @see https://parquet.apache.org/docs/file-format/
 */
export const openParquet: OpenWriter = async (start) => {
  const from = start.from === undefined ? undefined : State.parse(start.from)
  const path = join(start.dir, 'rows.parquet')
  const groupsPath = join(start.dir, 'row-groups.jsonl')
  const file = await start.openPart(path, from?.length ?? 0)
  try {
    const groups = await start.openPart(groupsPath, from?.groupsLength ?? 0)
    const writer = new ParquetRows(start, { file, groups, path, groupsPath, rows: from?.rows ?? 0 })
    if (!from) await writer.begin()
    return writer.format
  } catch (error) {
    await file.close()
    throw error
  }
}

type Files = Readonly<{
  file: PartFile
  groups: PartFile
  path: string
  groupsPath: string
  rows: number
}>

class ParquetRows {
  readonly #files: Files
  readonly #columns: readonly ParquetColumn[]
  readonly #schema: SchemaElement[]
  readonly #encoders: readonly ParquetWriter[]
  readonly #reader: CellReader
  readonly #memos: readonly ValueMemo[]
  #values: ReturnType<ParquetColumn['toValue']>[][]
  #characters = 0
  #buffered = 0
  #rows: number

  constructor({ columns }: WriterStart, files: Files) {
    this.#files = files
    this.#rows = files.rows
    this.#reader = new CellReader(columns.map(({ name }) => name))
    this.#columns = columns.map(toParquetColumn)
    this.#memos = this.#columns.map((column) => new ValueMemo(column))
    const elements = this.#columns.map(({ element }) => element)
    this.#schema = schemaOf(elements.map(withOldName))
    this.#values = elements.map(() => [])
    // One for each column, so that the server does something else between two of them.
    this.#encoders = elements.map(
      (element) => new ParquetWriter({ writer: new ByteWriter(), schema: schemaOf([element]) }),
    )
  }

  get format(): FormatWriter {
    return {
      write: (row) => this.#write(row),
      checkpoint: (options) => this.#checkpoint(options),
      bytes: () => this.#files.file.length(),
      notes: () => strayNotes(this.#reader),
      finish: () => this.#finish(),
      close: async () => {
        await this.#files.file.close()
        await this.#files.groups.close()
      },
    }
  }

  async begin(): Promise<void> {
    await this.#files.file.append('PAR1')
  }

  #write(row: string): Promise<void> | undefined {
    const cells = this.#reader.read(row)
    for (let index = 0; index < this.#memos.length; index += 1) {
      this.#values[index]?.push(this.#memos[index]?.valueOf(cells[index]) ?? null)
    }
    this.#buffered += 1
    this.#characters += row.length
    const isFull = this.#buffered >= groupLimits.rows || this.#characters >= groupLimits.characters
    return isFull ? this.#endGroup() : undefined
  }

  async #checkpoint({ isLast }: Readonly<{ isLast: boolean }>): Promise<unknown> {
    if (!isLast && this.#buffered > 0 && this.#buffered < groupLimits.rowsMin) return undefined
    await this.#endGroup()
    const { file, groups } = this.#files
    await file.sync()
    await groups.sync()
    return { length: file.length(), groupsLength: groups.length(), rows: this.#rows }
  }

  async #endGroup(): Promise<void> {
    const rows = this.#buffered
    if (rows === 0) return
    const { file, groups } = this.#files
    const start = file.length()
    const columns: RowGroup['columns'] = []
    for (const [index, { element, isDecimal }] of this.#columns.entries()) {
      const data = this.#values[index] ?? []
      this.#values[index] = []
      columns.push(await this.#writeColumn(index, { name: element.name, data, isDecimal }))
      await nextTurn()
    }
    const group: RowGroup = {
      columns,
      total_byte_size: columns.reduce(
        (sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n),
        0n,
      ),
      total_compressed_size: BigInt(file.length() - start),
      num_rows: BigInt(rows),
    }
    await groups.append(`${printRowGroups([group])}\n`)
    for (const memo of this.#memos) memo.clear()
    this.#rows += rows
    this.#buffered = 0
    this.#characters = 0
  }

  async #writeColumn(
    index: number,
    { name, data, isDecimal }: Readonly<{ name: string; data: unknown[]; isDecimal: boolean }>,
  ): Promise<RowGroup['columns'][number]> {
    const encoder = this.#encoders[index]
    if (!encoder) throw new Error(`no encoder for the column ${name}`)
    const bytes = writerAt(this.#files.file.length())
    encoder.writer = bytes
    // Bytes of decimals compare as signed numbers, which the library's bounds do not know of.
    const bounds = isDecimal ? { statistics: false } : {}
    await encoder.write({
      columnData: [{ name, data, offsetIndex: false, ...bounds }],
      rowGroupSize: data.length,
    })
    encoder.pendingIndexes.length = 0
    const column = encoder.row_groups.pop()?.columns[0]
    if (!column) throw new Error(`the column ${name} was not written`)
    await this.#files.file.append(bytes.getBytes())
    return column
  }

  async #finish(): Promise<string> {
    const { file, groups, path, groupsPath } = this.#files
    await groups.sync()
    const lines = (await readFile(groupsPath, 'utf8')).split('\n').filter(Boolean)
    const footer = new ParquetWriter({ writer: new ByteWriter(), schema: this.#schema })
    const bytes = writerAt(file.length())
    footer.writer = bytes
    footer.createdBy = 'Fivestep'
    footer.row_groups = lines.flatMap(parseRowGroups)
    footer.num_rows = BigInt(this.#rows)
    await footer.finish()
    await file.append(lines.length === 0 ? withEmptyList(bytes.getBytes()) : bytes.getBytes())
    await file.sync()
    return path
  }
}

function schemaOf(elements: readonly SchemaElement[]): SchemaElement[] {
  return [{ name: 'root', num_children: elements.length }, ...elements]
}

/** A buffer whose offsets are those of the file that it is appended to. */
function writerAt(offset: number): ByteWriter {
  const writer = new ByteWriter(256 * 1024)
  writer.offset = offset
  return writer
}

/** Readers of old know decimals by this name alone. */
function withOldName(element: SchemaElement): SchemaElement {
  return element.logical_type?.type === 'DECIMAL'
    ? { ...element, converted_type: 'DECIMAL' }
    : element
}

/** Field 3 of the footer says 0 rows, and field 4 is an empty list, to the library one of nothing. */
const noGroups = Buffer.from([0x16, 0x00, 0x19, 0x00])
const listOfStructs = 0x0c

/**
 * The footer of a file without rows, with its list of row groups said to be one of structs:
 * strict readers refuse another type, though nothing is in it.
 */
function withEmptyList(footer: Uint8Array): Uint8Array {
  const at = Buffer.from(footer.buffer, footer.byteOffset, footer.byteLength).lastIndexOf(noGroups)
  if (at === -1) throw new Error('the footer has no empty list of row groups')
  footer[at + noGroups.length - 1] = listOfStructs
  return footer
}
