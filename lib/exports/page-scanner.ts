import { z } from 'zod'
import { PageError } from '@/lib/exports/errors'
import { TextChunks } from '@/lib/exports/text-chunks'

/** What a page says beside its rows. */
export const Envelope = z.object({
  '@odata.nextLink': z.string().optional(),
  // What is left of the rows once they have been taken out.
  value: z.array(z.never()),
})
export type Envelope = z.infer<typeof Envelope>

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/** Of one row, or of all that stands beside the rows. */
const charactersMax = 32 * 1024 ** 2
const rowsDepth = 2

/**
 * Takes a page of OData JSON apart while it arrives: each row is handed out as the text that it
 * was sent as, so no digit of a long number is lost, and no more than one row is ever held.
 */
export class PageScanner {
  readonly #chunks = new TextChunks()
  readonly #envelope: string[] = []
  #envelopeSize = 0
  #text = ''
  /** Up to where `#text` is scanned; a string that is not whole yet is scanned again. */
  #at = 0
  #envelopeFrom = 0
  #depth = 0
  #key = ''
  #lastString = ''
  #inRows = false
  #rowsBegun = false
  #rowStart = -1
  #rows = 0
  #commas = 0

  /** The rows that are whole now. @throws {PageError} */
  push(chunk: Uint8Array): string[] {
    this.#text += this.#chunks.push(chunk)
    return this.#scan()
  }

  /** What stood beside the rows, once all of the page was pushed. @throws {PageError} */
  end(): Envelope {
    this.#chunks.end()
    this.#scan()
    if (this.#depth !== 0 || this.#text.trim() !== '') {
      throw new PageError('it ends in the middle')
    }
    const parsed = Envelope.safeParse(parseJson(this.#envelope.join('')))
    if (!parsed.success) throw new PageError('it holds no list of rows', { cause: parsed.error })
    return parsed.data
  }

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: it looks at every character of every row, and calls cost
  #scan(): string[] {
    const rows: string[] = []
    const text = this.#text
    let at = this.#at
    this.#envelopeFrom = at
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (this.#inRows && this.#depth === rowsDepth && code === openBrace) {
        const next = plainRowAfter(text, at)
        if (next !== -1) {
          rows.push(text.slice(at, next - 1))
          this.#rows += 1
          this.#commas += 1
          at = next - 1
          continue
        }
      }
      if (code === quote) {
        const end = stringEnd(text, at)
        if (end === -1) break
        if (this.#depth === 1) this.#lastString = text.slice(at, end + 1)
        at = end
      } else if (code === openBrace || code === openBracket) this.#open(code, at)
      else if (code === closeBrace || code === closeBracket) this.#close(at, rows)
      else if (this.#depth <= rowsDepth) this.#other(code)
    }
    if (!this.#inRows) this.#keep(text.slice(this.#envelopeFrom, at))
    this.#letGo(at)
    return rows
  }

  #open(code: number, at: number): void {
    if (this.#opensRow(code)) this.#rowStart = at
    else if (this.#opensRows(code)) this.#keep(this.#text.slice(this.#envelopeFrom, at + 1))
    this.#depth += 1
  }

  #close(at: number, rows: string[]): void {
    this.#depth -= 1
    if (!this.#inRows || this.#depth > rowsDepth) return
    if (this.#depth === rowsDepth) {
      rows.push(this.#text.slice(this.#rowStart, at + 1))
      this.#rowStart = -1
      return
    }
    this.#closeRows()
    this.#envelopeFrom = at
  }

  #other(code: number): void {
    if (this.#inRows) this.#between(code)
    else if (code === colon && this.#depth === 1) this.#key = this.#lastString
  }

  #opensRow(code: number): boolean {
    if (!this.#inRows || this.#depth !== rowsDepth) return false
    if (code !== openBrace) throw new PageError('what it lists are no rows')
    this.#rows += 1
    return true
  }

  #opensRows(code: number): boolean {
    const opens = code === openBracket && this.#depth === 1 && this.#key === '"value"'
    if (!opens || this.#rowsBegun) return false
    this.#inRows = true
    this.#rowsBegun = true
    return true
  }

  #closeRows(): void {
    if (this.#commas !== Math.max(0, this.#rows - 1)) throw new PageError('its rows run together')
    this.#inRows = false
  }

  #between(code: number): void {
    if (code === comma) this.#commas += 1
    else if (code > 0x20) throw new PageError('what it lists are no rows')
  }

  #keep(text: string): void {
    this.#envelopeSize += text.length
    if (this.#envelopeSize > charactersMax) throw new PageError('it holds no list of rows')
    this.#envelope.push(text)
  }

  #letGo(at: number): void {
    const from = this.#rowStart === -1 ? at : this.#rowStart
    this.#text = this.#text.slice(from)
    this.#at = at - from
    if (this.#rowStart !== -1) this.#rowStart = 0
    if (this.#text.length > charactersMax) throw new PageError('one of its rows is too large')
  }
}

/**
 * Where the row after the one at `start` begins; -1 where that cannot be told at a glance. The first
 * brace that opens after `start` begins the next row if it stands in `},{"Name`: a nested object would
 * follow a colon or a bracket, and in a text the quote would have a backslash before it or be the end,
 * which no name follows.
 */
function plainRowAfter(text: string, start: number): number {
  const next = text.indexOf('{', start + 1)
  const isBetween =
    next !== -1 &&
    text.charCodeAt(next - 1) === comma &&
    text.charCodeAt(next - 2) === closeBrace &&
    text.charCodeAt(next + 1) === quote
  return isBetween && beginsName(text.charCodeAt(next + 2)) ? next : -1
}

/** `@`, a letter or an underscore. */
function beginsName(code: number): boolean {
  return (code >= 0x40 && code <= 0x5a) || code === 0x5f || (code >= 0x61 && code <= 0x7a)
}

/** Where the string that begins at `start` ends; -1 where that is not there yet. */
export function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1) {
    let before = end - 1
    while (text.charCodeAt(before) === backslash) before -= 1
    if ((end - before) % 2 === 1) return end
    end = text.indexOf('"', end + 1)
  }
  return -1
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A login page comes with 200; the schema refuses it as it refuses any other shape.
    return undefined
  }
}
