import { PageRows, type RowSpan } from '@/lib/odata/rows/page-rows'

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Depth inside the list of rows, and inside a row. */
const listDepth = 2
const rowDepth = 3
const encoder = new TextEncoder()
const valueKey = encoder.encode('value')

/** A JSON answer that was taken apart. `rows` is null where it is no list of records. */
export type ScannedPage = Readonly<{
  bytes: Uint8Array
  /** What stands before the rows, and behind them; `tail` is empty where there are none. */
  head: string
  tail: string
  rows: PageRows | null
}>

/**
 * Finds the rows of an OData page in its bytes while they arrive, without reading their values: what
 * is left to do after the last byte does not grow with the page.
 */
export class PageScan {
  readonly #chunks: Uint8Array[] = []
  /** Of the chunk that is walked, from the beginning of the answer. */
  #base = 0
  #depth = 0
  #inString = false
  #escaped = false
  #stringFrom = 0
  /** The last byte that is no blank. */
  #last = 0

  #keyIsValue = false
  #stringIsValue = false
  #list: { from: number; to: number } | null = null
  #inList = false
  #isList = true

  readonly #spans: RowSpan[] = []
  #rowFrom = 0
  #commas = 0
  #containers = 0

  readonly #names: string[] = []
  readonly #namesInBytes: Uint8Array[] = []
  readonly #places = new Map<string, number>()
  #expectsName = false
  /** Rows are alike, so the name to come is most likely the one after the last. */
  #place = 0

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
    let at = 0
    while (at < chunk.length) {
      at = this.#inString ? this.#walkString(chunk, at) : this.#walkStructure(chunk, at)
    }
    this.#base += chunk.length
  }

  /** @throws {SyntaxError} when the answer ended in the middle */
  end(): ScannedPage {
    if (this.#depth !== 0 || this.#inString) throw new SyntaxError('the answer ends in the middle')
    const bytes = this.#bytes(0, this.#base)
    const decoder = new TextDecoder()
    if (!this.#list || !this.#isList) {
      return { bytes, head: decoder.decode(bytes), tail: '', rows: null }
    }
    const { from, to } = this.#list
    return {
      bytes,
      head: decoder.decode(bytes.subarray(0, from + 1)),
      tail: decoder.decode(bytes.subarray(to)),
      rows: new PageRows(bytes, this.#spans, this.#names),
    }
  }

  #walkString(chunk: Uint8Array, from: number): number {
    let at = from
    if (this.#escaped) at += 1
    this.#escaped = false
    for (; at < chunk.length; at += 1) {
      const code = chunk[at]
      if (code === quote) {
        this.#inString = false
        this.#last = quote
        this.#endString(chunk, this.#base + at)
        return at + 1
      }
      if (code === backslash) at += 1
    }
    this.#escaped = at > chunk.length
    return chunk.length
  }

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: it looks at every byte outside of strings, and calls cost
  #walkStructure(chunk: Uint8Array, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const code = chunk[at] ?? 0
      if (code <= 0x20) continue
      const isDirectlyInList = this.#inList && this.#depth === listDepth
      if (isDirectlyInList && code !== openBrace && code !== comma && code !== closeBracket) {
        this.#isList = false
      }
      if (code === quote) {
        this.#inString = true
        this.#stringFrom = this.#base + at + 1
        return at + 1
      }
      if (code === openBrace || code === openBracket) this.#open(code, this.#base + at)
      else if (code === closeBrace || code === closeBracket) this.#close(this.#base + at)
      else if (code === comma) this.#comma()
      else if (code === colon && this.#depth === 1) this.#keyIsValue = this.#stringIsValue
      this.#last = code
    }
    return chunk.length
  }

  #open(code: number, at: number): void {
    if (this.#inList && this.#depth === listDepth) {
      this.#rowFrom = at
      this.#commas = 0
      this.#containers = 0
      this.#place = 0
      this.#expectsName = true
    } else if (this.#depth === 1 && code === openBracket && this.#keyIsValue && !this.#list) {
      this.#inList = true
      this.#list = { from: at, to: at }
    }
    this.#depth += 1
  }

  #close(at: number): void {
    this.#depth -= 1
    if (!this.#inList || !this.#list) return
    if (this.#depth < listDepth) {
      this.#inList = false
      this.#list.to = at
      return
    }
    if (this.#last !== openBrace && this.#last !== openBracket) this.#containers += 1
    if (this.#depth !== listDepth) return
    // A line for the row's brace, one for each member, and one for each closing brace.
    const lines = 1 + this.#commas + 2 * this.#containers
    this.#spans.push({ from: this.#rowFrom, to: at + 1, lines })
  }

  #comma(): void {
    this.#commas += 1
    if (this.#depth === rowDepth && this.#inList) this.#expectsName = true
  }

  #endString(chunk: Uint8Array, to: number): void {
    if (this.#depth === 1) this.#stringIsValue = this.#isSame(chunk, to, valueKey)
    if (!this.#expectsName || this.#depth !== rowDepth) return
    this.#expectsName = false
    const expected = this.#namesInBytes[this.#place]
    if (!expected || !this.#isSame(chunk, to, expected)) this.#meetName(to)
    this.#place += 1
  }

  /** Whether the string that ends at `to` is `expected`. */
  #isSame(last: Uint8Array, to: number, expected: Uint8Array): boolean {
    if (to - this.#stringFrom !== expected.length) return false
    const isCut = this.#stringFrom < this.#base
    const chunk = isCut ? this.#bytes(this.#stringFrom, to) : last
    const from = isCut ? 0 : this.#stringFrom - this.#base
    for (let index = 0; index < expected.length; index += 1) {
      if (chunk[from + index] !== expected[index]) return false
    }
    return true
  }

  #meetName(to: number): void {
    const bytes = this.#bytes(this.#stringFrom, to)
    const written = new TextDecoder().decode(bytes)
    const place = this.#places.get(written)
    this.#place = place ?? this.#names.length
    if (place !== undefined) return
    this.#places.set(written, this.#place)
    this.#namesInBytes.push(bytes)
    this.#names.push(readName(written))
  }

  #bytes(from: number, to: number): Uint8Array {
    const bytes = new Uint8Array(to - from)
    let start = 0
    for (const chunk of this.#chunks) {
      const piece = chunk.subarray(Math.max(0, from - start), Math.max(0, to - start))
      if (piece.length > 0) bytes.set(piece, Math.max(0, start - from))
      start += chunk.length
    }
    return bytes
  }
}

function readName(written: string): string {
  if (!written.includes('\\')) return written
  try {
    return String(JSON.parse(`"${written}"`))
  } catch {
    // No JSON after all: the row will have no fields, and the JSON view shows what it is.
    return written
  }
}
