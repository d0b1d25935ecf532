import { isAscii, isUtf8 } from 'node:buffer'
import { PageError } from '@/lib/exports/errors'

/**
 * Decodes UTF-8 that comes in pieces. As a `TextDecoder` that is fatal, but several times faster, and
 * what it answers takes a byte for a character where it can.
 */
export class TextChunks {
  /** The beginning of a character whose end is still to come. */
  #rest: Buffer = Buffer.alloc(0)
  #isBegun = false

  /** @throws {PageError} for what is no UTF-8 */
  push(chunk: Uint8Array): string {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (this.#isBegun && this.#rest.length === 0 && isAscii(bytes)) return bytes.toString('latin1')
    const joined = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes])
    const whole = joined.length - unfinished(joined)
    const characters = joined.subarray(0, whole)
    if (!isUtf8(characters)) throw notUtf8()
    this.#rest = Buffer.from(joined.subarray(whole))
    const text = characters.toString('utf8')
    if (this.#isBegun || text === '') return text
    this.#isBegun = true
    return text.replace(/^\ufeff/, '')
  }

  /** @throws {PageError} where it ends within a character */
  end(): void {
    if (this.#rest.length > 0) throw notUtf8()
  }
}

/** How many bytes at the end are the beginning of a character. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    // A byte that goes on with a character: where that begins stands before it.
    if ((byte & 0xc0) === 0x80) continue
    return back < lengthOf(byte) ? back : 0
  }
  return 0
}

function lengthOf(first: number): number {
  if (first >= 0xf0) return 4
  if (first >= 0xe0) return 3
  return first >= 0xc0 ? 2 : 1
}

function notUtf8(): PageError {
  return new PageError('it is not UTF-8')
}
