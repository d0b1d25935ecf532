import { isJsonObject, type JsonObject, parseExactJson } from '@/lib/odata/rows/exact-json'

/** Where one row stands in the bytes of its page, and how many lines it takes when laid out. */
export type RowSpan = Readonly<{ from: number; to: number; lines: number }>

const keptMax = 1000
const nothing: JsonObject = {}

/**
 * The rows of a page, kept as the bytes that came. A row is read when it is looked at: 10,000 rows
 * of 60 fields are 600,000 values, of which a screen shows a few hundred.
 */
export class PageRows {
  /** Fields and annotations of all rows, in the order in which they were first met. */
  readonly names: readonly string[]
  readonly length: number
  readonly #bytes: Uint8Array
  readonly #spans: readonly RowSpan[]
  readonly #decoder = new TextDecoder()
  readonly #read = new Map<number, JsonObject>()

  constructor(bytes: Uint8Array, spans: readonly RowSpan[], names: readonly string[]) {
    this.#bytes = bytes
    this.#spans = spans
    this.names = names
    this.length = spans.length
  }

  /** A row; one without fields where there is none, or where what stands there is no JSON. */
  at(index: number): JsonObject {
    const known = this.#read.get(index)
    if (known) return known
    const row = readRow(this.textAt(index))
    if (this.#read.size >= keptMax) {
      const [oldest] = this.#read.keys()
      if (oldest !== undefined) this.#read.delete(oldest)
    }
    this.#read.set(index, row)
    return row
  }

  /** The first `count` rows. */
  first(count: number): readonly JsonObject[] {
    return Array.from({ length: Math.min(count, this.length) }, (_, index) => this.at(index))
  }

  /** A row as it was sent. */
  textAt(index: number): string {
    const span = this.#spans[index]
    return span ? this.#decoder.decode(this.#bytes.subarray(span.from, span.to)) : ''
  }

  /** Lines of a row that `indentJson` lays out. */
  linesAt(index: number): number {
    return this.#spans[index]?.lines ?? 0
  }
}

function readRow(text: string): JsonObject {
  try {
    const value = parseExactJson(text)
    return isJsonObject(value) ? value : nothing
  } catch (error) {
    // The scan saw to the braces only. The JSON view shows what really stands there.
    if (error instanceof SyntaxError) return nothing
    throw error
  }
}
