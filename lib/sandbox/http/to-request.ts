import type { IncomingMessage } from 'node:http'

/** A body grew over the limit; the answer is 413. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'
}

export type ToRequestOptions = Readonly<{ signal: AbortSignal; bodyBytesMax: number }>

/**
 * The WHATWG request that `incoming` is. The body streams; reading past `bodyBytesMax` bytes
 * rejects with {@link BodyTooLargeError}.
 *
 * @throws {TypeError} when host and path make no URL.
 */
export function toRequest(incoming: IncomingMessage, options: ToRequestOptions): Request {
  const host = incoming.headers.host ?? ''
  const method = incoming.method ?? 'GET'
  const url = new URL(`https://${host}${toOriginForm(incoming.url ?? '/')}`)
  const init: RequestInit = { method, headers: toHeaders(incoming), signal: options.signal }
  if (method === 'GET' || method === 'HEAD' || !hasBody(incoming)) return new Request(url, init)
  // `duplex` is what the standard demands of a streaming body; lib.dom does not know it yet.
  const streaming = { ...init, body: toBody(incoming, options.bodyBytesMax), duplex: 'half' }
  return new Request(url, streaming)
}

function toOriginForm(target: string): string {
  if (target.startsWith('/')) return target
  const absolute = new URL(target)
  return absolute.pathname + absolute.search
}

function hasBody(incoming: IncomingMessage): boolean {
  const length = incoming.headers['content-length']
  return incoming.headers['transfer-encoding'] !== undefined || (length ?? '0') !== '0'
}

function toHeaders(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    headers.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '')
  }
  return headers
}

function toBody(incoming: IncomingMessage, bytesMax: number): ReadableStream<Uint8Array> {
  const chunks = incoming[Symbol.asyncIterator]()
  let bytes = 0
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next()
      if (next.done) return controller.close()
      const chunk: Buffer = next.value
      bytes += chunk.byteLength
      if (bytes > bytesMax) return controller.error(new BodyTooLargeError(`over ${bytesMax} bytes`))
      controller.enqueue(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}
