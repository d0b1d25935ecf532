import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OutboundError } from '@/lib/http/outbound-error'

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const

/** What {@link decoded} can undo, for an `accept-encoding` header. */
export const acceptEncoding = 'gzip, deflate, br'

/**
 * `body` with its content coding undone.
 *
 * @throws {OutboundError} `answer_malformed` for a coding that was not asked for.
 * @see RFC 9110, 8.4
 */
export function decoded(body: Readable, coding: string | undefined, host: string): Readable {
  const name = coding?.trim().toLowerCase() ?? ''
  if (name === '' || name === 'identity') return body
  const make = Object.hasOwn(decoders, name) ? decoders[name as keyof typeof decoders] : undefined
  if (make === undefined) {
    body.destroy()
    throw new OutboundError({
      code: 'answer_malformed',
      host,
      phase: 'body',
      message: `${host} answered in a content coding that was not asked for: ${name}`,
    })
  }
  const decoder = make()
  body.on('error', (error) => decoder.destroy(error))
  decoder.on('close', () => body.destroy())
  return body.pipe(decoder)
}

/** The start of a body: at most `bytesMax` of it, then the connection is let go. Never throws. */
export async function readExcerpt(
  body: ReadableStream<Uint8Array>,
  bytesMax: number,
): Promise<string> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    while (size < bytesMax) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value)
      size += value.byteLength
    }
  } catch {
    // Half an error body still tells more than none.
  }
  await reader.cancel().catch(() => undefined)
  return Buffer.concat(chunks).subarray(0, bytesMax).toString('utf8')
}

/** Reads a small body to its end, so that its connection can be used again; a large one is let go. */
export async function discard(body: ReadableStream<Uint8Array>): Promise<void> {
  await readExcerpt(body, 64 * 1024)
}
